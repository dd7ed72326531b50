" Vim syntax of callsim scenarios (*.scenario).
"
" To install it, copy this file to ~/.vim/syntax/callsim.vim (in Neovim to ~/.config/nvim/syntax/callsim.vim), and write
" these lines into ftdetect/callsim.vim next to the folder syntax:
"
"   autocmd BufNewFile,BufRead *.scenario set filetype=callsim
"   autocmd FileType callsim setlocal expandtab shiftwidth=4 commentstring=#\ %s

if exists("b:current_syntax")
  finish
endif

" Of two groups that match at the same place, Vim takes the one defined last.

" ACTOR VERB [TARGET] [on CONNID] [key=value …]
syntax match callsimActor /^[^# \t]\S*/ nextgroup=callsimVerb skipwhite
syntax match callsimVerb /[^# \t]\S*/ contained nextgroup=callsimTarget,callsimOn,callsimOption,callsimTail skipwhite
syntax match callsimTarget /[^#=" \t][^=" \t]*\ze\%(\s\|$\)/ contained nextgroup=callsimOn,callsimOption,callsimTail skipwhite
syntax match callsimOn /on\ze\s/ contained nextgroup=callsimCall skipwhite
syntax match callsimCall /[^# \t]\S*/ contained nextgroup=callsimOption,callsimTail skipwhite

" key=value, of an action, a party or the profile
syntax match callsimOption /\%([^#=" \t]\|"\%([^"\\]\|\\.\)*"\)\%([^=" \t]\|"\%([^"\\]\|\\.\)*"\)*\ze=/ contained nextgroup=callsimOptionIs
syntax match callsimOptionIs /=/ contained nextgroup=callsimOptionValue,callsimOptionNumber,callsimOptionString
syntax match callsimOptionValue /[^" \t]\+/ contained nextgroup=callsimOption,callsimTail skipwhite
syntax match callsimOptionNumber /\d\+\ze\%(\s\|$\)/ contained nextgroup=callsimOption,callsimTail skipwhite
syntax match callsimOptionString /"\%([^"\\]\|\\.\)*"/ contained nextgroup=callsimOption,callsimTail skipwhite

" RECIPIENT MESSAGE [Attribute=pattern …] [...]
syntax match callsimRecipient /^\s\+\zs[^# \t]\S*/ nextgroup=callsimMessage skipwhite
syntax match callsimMessage /[^# \t]\S*/ contained nextgroup=@callsimAttributes skipwhite
syntax cluster callsimPattern contains=callsimValue,callsimNumber,callsimString,callsimAny,callsimOr,callsimOptional
syntax match callsimValue /\%([^"|?* \t]\|[?*]\ze[^|?* \t]\)\+/ contained nextgroup=@callsimPattern,@callsimAttributes skipwhite
syntax match callsimNumber /\d\+\ze\%(|\|?\?\%(\s\|$\)\)/ contained nextgroup=@callsimPattern,@callsimAttributes skipwhite
syntax match callsimString /"\%([^"\\]\|\\.\)*"/ contained nextgroup=@callsimPattern,@callsimAttributes skipwhite
syntax match callsimAny /\*\ze?\?\%(\s\|$\)/ contained nextgroup=callsimOptional,@callsimAttributes skipwhite
syntax match callsimOr /|/ contained nextgroup=callsimValue,callsimNumber,callsimString
syntax match callsimOptional /?\ze\%(\s\|$\)/ contained nextgroup=@callsimAttributes skipwhite
syntax cluster callsimAttributes contains=callsimAttribute,callsimAbsent,callsimMore,callsimJoint,callsimTail
syntax match callsimAttribute /[^#="! \t][^=" \t]*\ze=/ contained nextgroup=callsimIs
syntax match callsimIs /=/ contained nextgroup=@callsimPattern
syntax match callsimAbsent /!\ze[^= \t]\+\%(\s\|$\)/ contained nextgroup=callsimAbsentAttribute
syntax match callsimAbsentAttribute /[^= \t]\+/ contained nextgroup=@callsimAttributes skipwhite
syntax match callsimMore /\.\.\.\ze\%(\s\|$\)/ contained nextgroup=callsimJoint,callsimTail skipwhite

" The other lines under an action
syntax match callsimFurther /^\s\+\zs\.\.\.\ze\%(\s\|$\)/ nextgroup=callsimTail skipwhite
syntax match callsimRefused /^\s\+\zsrefused\ze\%(\s\|$\)/ nextgroup=callsimReason,callsimReasonString,callsimTail skipwhite
syntax match callsimReason /[^# \t].\{-}\ze\%(\s\+#.*\|\s*\)$/ contained nextgroup=callsimTail skipwhite
syntax match callsimReasonString /"\%([^"\\]\|\\.\)*"/ contained nextgroup=callsimTail skipwhite

" Marks, flows and waits
syntax match callsimStatement /^mark\ze\%(\s\|$\)/ nextgroup=callsimMark skipwhite
syntax match callsimMark /[^# \t]\S*/ contained nextgroup=callsimTail skipwhite
syntax match callsimStatement /^after\ze\%(\s\|$\)/ nextgroup=callsimAfterMark skipwhite
syntax match callsimAfterMark /[^# \t]\S*/ contained nextgroup=callsimAs,callsimTail skipwhite
syntax match callsimAs /as\ze\s/ contained nextgroup=callsimFlow skipwhite
syntax match callsimFlow /[^# \t]\S*/ contained nextgroup=callsimTail skipwhite
syntax match callsimStatement /^wait\ze\%(\s\|$\)/ nextgroup=callsimDuration skipwhite
syntax match callsimDuration /[^# \t]\S*/ contained nextgroup=callsimTail skipwhite

" The header
syntax match callsimHeader /^scenario\ze\%(\s\|$\)/ nextgroup=callsimTitle,callsimTail skipwhite
syntax match callsimTitle /[^# \t].\{-}\ze\%(\s\+#.*\|\s*\)$/ contained nextgroup=callsimTail skipwhite
syntax match callsimHeader /^\%(source\|derived\)\ze\%(\s\|$\)/ nextgroup=callsimText,callsimTail skipwhite
syntax match callsimText /[^# \t].\{-}\ze\%(\s\+#.*\|\s*\)$/ contained nextgroup=callsimTail skipwhite
syntax match callsimHeader /^server\ze\%(\s\|$\)/ nextgroup=callsimServer skipwhite
syntax match callsimServer /[^# \t]\S*/ contained nextgroup=callsimServer,callsimTail skipwhite
syntax match callsimHeader /^profile\ze\%(\s\|$\)/ nextgroup=callsimProfile,callsimOption,callsimTail skipwhite
syntax match callsimProfile /[^#= \t][^= \t]*\ze\%(\s\|$\)/ contained nextgroup=callsimOption,callsimTail skipwhite
syntax match callsimHeader /^party\ze\%(\s\|$\)/ nextgroup=callsimParty skipwhite
syntax match callsimParty /[^# \t]\S*/ contained nextgroup=callsimKind skipwhite
syntax match callsimKind /[^#= \t][^= \t]*\ze\%(\s\|$\)/ contained nextgroup=callsimKind,callsimOption,callsimTail skipwhite

" Properties: an event, and perhaps a word and another event
syntax match callsimHeader /^\%(never\|always\|sometimes\)\ze\%(\s\|$\)/ nextgroup=callsimJoint,callsimEvent skipwhite
syntax match callsimEvent /[^# \t]\S*/ contained nextgroup=callsimMessage skipwhite
syntax match callsimJoint /\%(before\|after\|eventually\|or\)\ze\%(\s\|$\)/ contained nextgroup=callsimEvent skipwhite

" Comments: lines of their own, and those after the words of a line
syntax match callsimComment /^\s*\zs#.*$/ contains=@Spell
syntax match callsimTail /#.*$/ contained contains=@Spell

highlight default link callsimActor Identifier
highlight default link callsimVerb Function
highlight default link callsimTarget Identifier
highlight default link callsimOn Statement
highlight default link callsimCall Number
highlight default link callsimOption Type
highlight default link callsimOptionIs Operator
highlight default link callsimOptionValue Constant
highlight default link callsimOptionNumber Number
highlight default link callsimOptionString String
highlight default link callsimRecipient Identifier
highlight default link callsimMessage Function
highlight default link callsimAttribute Type
highlight default link callsimIs Operator
highlight default link callsimAbsent Operator
highlight default link callsimAbsentAttribute Type
highlight default link callsimValue Constant
highlight default link callsimNumber Number
highlight default link callsimString String
highlight default link callsimAny Operator
highlight default link callsimOr Operator
highlight default link callsimOptional Operator
highlight default link callsimMore Special
highlight default link callsimFurther Special
highlight default link callsimRefused Exception
highlight default link callsimReason String
highlight default link callsimReasonString String
highlight default link callsimStatement Statement
highlight default link callsimMark Label
highlight default link callsimAfterMark Label
highlight default link callsimAs Statement
highlight default link callsimFlow Label
highlight default link callsimDuration Number
highlight default link callsimHeader Statement
highlight default link callsimTitle Title
highlight default link callsimText String
highlight default link callsimServer Constant
highlight default link callsimProfile Constant
highlight default link callsimParty Identifier
highlight default link callsimKind StorageClass
highlight default link callsimEvent Identifier
highlight default link callsimJoint Statement
highlight default link callsimComment Comment
highlight default link callsimTail Comment

let b:current_syntax = "callsim"
