# Static twins of the shared libraries the program uses, so that it can be linked as one file that starts at once.
#
# Measured on the set-up Debian 12 offers (2 cores, 400 starts each, a program that parses one line of YAML and
# formats one number; the second pair also carries 8,000 compiled-in facts, each with four texts and a pointer):
#
#   shared libraries, position independent (the usual way)    1.45 ms cpu   4.4 MiB
#   static C++ runtime and libraries, shared C library        0.68 ms       2.4 MiB
#   everything static                                         0.54 ms       1.6 MiB
#   ... with facts, everything static, position independent   0.91 ms       3.4 MiB
#   ... with facts, everything static, fixed address          0.48 ms       1.7 MiB
#
# An empty dynamically linked C program takes 0.48 ms. Facts are tables of pointers: at a fixed address the linker
# fills them in once; otherwise every start rewrites, and so dirties, each page of them. The price is that code and
# tables lie where an attacker would expect them (stack, heap and mappings stay randomised), which we accept
# for a program that reads text, opens no socket and holds no privilege. -DPLUMBLINE_STATIC=OFF links the usual way.

option(PLUMBLINE_STATIC "Link the program as one static file (starts in a third of the time)" ON)

set(PLUMBLINE_LINK_STATICALLY ${PLUMBLINE_STATIC})
set(why "")
find_library(PLUMBLINE_YAML_CPP_ARCHIVE NAMES libyaml-cpp.a)
if(NOT PLUMBLINE_STATIC)
  set(why "PLUMBLINE_STATIC is off")
elseif(PLUMBLINE_SANITIZE OR PLUMBLINE_COVERAGE OR PLUMBLINE_FUZZERS)
  set(why "this build is instrumented")
elseif(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux")
  set(why "only tried on Linux")
elseif(NOT PLUMBLINE_YAML_CPP_ARCHIVE)
  set(why "libyaml-cpp.a was not found")
elseif(NOT fmt_VERSION VERSION_GREATER_EQUAL 9 OR NOT fmt_VERSION VERSION_LESS 10)
  set(why "fmt is ${fmt_VERSION}, and .cmake/static/fmt.cpp was written for 9")
elseif(NOT spdlog_VERSION VERSION_GREATER_EQUAL 1.10 OR NOT spdlog_VERSION VERSION_LESS 1.11)
  set(why "spdlog is ${spdlog_VERSION}, and .cmake/static/spdlog.cpp was written for 1.10")
endif()
if(why)
  set(PLUMBLINE_LINK_STATICALLY OFF)
  message(STATUS "The program will use shared libraries: ${why}")
endif()

if(PLUMBLINE_LINK_STATICALLY)
  add_library(plumbline_static_fmt STATIC "${CMAKE_CURRENT_LIST_DIR}/static/fmt.cpp")
  target_compile_features(plumbline_static_fmt PUBLIC cxx_std_20)

  add_library(plumbline_static_yaml-cpp INTERFACE)
  target_link_libraries(plumbline_static_yaml-cpp INTERFACE "${PLUMBLINE_YAML_CPP_ARCHIVE}")

  # Nothing in the engine logs; only a build with the command line compiles this one.
  add_library(plumbline_static_spdlog STATIC EXCLUDE_FROM_ALL "${CMAKE_CURRENT_LIST_DIR}/static/spdlog.cpp")
  target_compile_definitions(plumbline_static_spdlog PUBLIC SPDLOG_COMPILED_LIB SPDLOG_FMT_EXTERNAL)
  target_link_libraries(plumbline_static_spdlog PUBLIC plumbline_static_fmt)

  foreach(twin static_fmt static_spdlog)
    target_compile_options(plumbline_${twin} PRIVATE -ffunction-sections -fdata-sections)
  endforeach()
endif()

# plumbline_resolve(<variable> <library>...)
# Replaces each third-party library by what this build links. Header-only libraries, and the twins above, are
# nothing the installed package may ask its users for, so they stop at the border of the build tree.
function(plumbline_resolve variable)
  set(resolved "")
  foreach(library IN LISTS ARGN)
    string(REGEX REPLACE ".*::" "" plain "${library}")
    set(type "")
    if(TARGET ${library})
      get_target_property(type ${library} TYPE)
    endif()
    if(TARGET plumbline_static_${plain})
      list(APPEND resolved $<BUILD_INTERFACE:plumbline_static_${plain}> $<INSTALL_INTERFACE:${library}>)
    elseif(type STREQUAL "INTERFACE_LIBRARY" AND NOT library MATCHES "^plumbline")
      list(APPEND resolved $<BUILD_INTERFACE:${library}>)
    else()
      list(APPEND resolved ${library})
    endif()
  endforeach()
  set(${variable} ${resolved} PARENT_SCOPE)
endfunction()
