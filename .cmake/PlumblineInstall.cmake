# Filled by the packaging slice: installs the libraries, headers, the binary and an exported package.
