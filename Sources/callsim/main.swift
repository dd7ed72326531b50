Platform.prepare()
Platform.exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
