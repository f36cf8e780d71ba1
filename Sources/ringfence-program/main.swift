import FenceCommands

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

exit(run(arguments: Array(CommandLine.arguments.dropFirst()), environment: .process()))
