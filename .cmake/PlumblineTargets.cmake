# How every Plumbline target is compiled: dialect, warnings, reproducible floating point, sanitizers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# ccache is used where it is found and never asked for.
find_program(PLUMBLINE_CCACHE ccache)
if(PLUMBLINE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${PLUMBLINE_CCACHE}")
endif()

include(PlumblineStatic)

# What one builds before reading the sources with a tool: files that the build itself writes. A folder that
# generates sources adds its step with add_dependencies(plumbline_generated <target>).
add_custom_target(plumbline_generated)
# Every fuzz target, for `tests/run fuzz`.
add_custom_target(plumbline_fuzzers)

# Our own warnings stay off the consumers of the installed library: linked privately, for the build only.
add_library(plumbline_warnings INTERFACE)
target_compile_options(plumbline_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wunused -Wnull-dereference -Wformat=2
  # A designated initialiser names what differs; the rest keeps its default on purpose.
  -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 sees overlapping copies in "text" + std::string at -O2 where there are none (GCC bug 105329).
  target_compile_options(plumbline_warnings INTERFACE -Wno-restrict)
endif()
if(PLUMBLINE_WARNINGS_AS_ERRORS)
  target_compile_options(plumbline_warnings INTERFACE -Werror)
endif()

add_library(plumbline_dialect INTERFACE)
# g++ and clang must print the same figures: no fused multiply-add behind our back.
target_compile_options(plumbline_dialect INTERFACE -ffp-contract=off)
# A failed assertion names its file; the name must not depend on where the checkout lies.
target_compile_options(plumbline_dialect INTERFACE -fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=)
# One section per function and table lets the linker leave out what the program never reaches.
target_compile_options(plumbline_dialect INTERFACE -ffunction-sections -fdata-sections)
if(PLUMBLINE_SANITIZE)
  target_compile_options(plumbline_dialect INTERFACE
    -fsanitize=${PLUMBLINE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(plumbline_dialect INTERFACE -fsanitize=${PLUMBLINE_SANITIZE})
endif()
if(PLUMBLINE_FUZZERS)
  # Coverage feedback for the engine; only the fuzz targets themselves bring libFuzzer's main.
  target_compile_options(plumbline_dialect INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(plumbline_dialect INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(PLUMBLINE_COVERAGE)
  target_compile_options(plumbline_dialect INTERFACE --coverage -O0)
  target_link_options(plumbline_dialect INTERFACE --coverage)
endif()

# plumbline_stage(<name> SOURCES ... [STAGES ...] [USES ...] [PRECOMPILE ...])
# One static library per engine folder. STAGES are earlier stages (public), USES are third-party
# libraries that stay inside the folder (private), PRECOMPILE the headers that nearly all its files begin with.
function(plumbline_stage name)
  cmake_parse_arguments(STAGE "" "" "SOURCES;STAGES;USES;PRECOMPILE" ${ARGN})
  add_library(plumbline_${name} STATIC ${STAGE_SOURCES})
  add_library(plumbline::${name} ALIAS plumbline_${name})
  target_include_directories(plumbline_${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/plumbline>)
  target_compile_features(plumbline_${name} PUBLIC cxx_std_20)
  foreach(stage IN LISTS STAGE_STAGES)
    target_link_libraries(plumbline_${name} PUBLIC plumbline_${stage})
  endforeach()
  plumbline_resolve(uses ${STAGE_USES})
  target_link_libraries(plumbline_${name}
    PUBLIC $<BUILD_INTERFACE:plumbline_dialect>
    PRIVATE $<BUILD_INTERFACE:plumbline_warnings> ${uses})
  if(STAGE_PRECOMPILE)
    target_precompile_headers(plumbline_${name} PRIVATE ${STAGE_PRECOMPILE})
  endif()
  set_target_properties(plumbline_${name} PROPERTIES EXPORT_NAME ${name})
  set_property(GLOBAL APPEND PROPERTY PLUMBLINE_STAGES ${name})
endfunction()

# plumbline_executable(<name> SOURCES ... [LIBRARIES ...])
# A program for people: starts at once (see PlumblineStatic), says what it is compiled from, carries no dead code.
function(plumbline_executable name)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${PROGRAM_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(${name} PRIVATE PLUMBLINE_VERSION="${PROJECT_VERSION}")
  plumbline_resolve(libraries ${PROGRAM_LIBRARIES})
  target_link_libraries(${name} PRIVATE ${libraries} plumbline_dialect plumbline_warnings)
  target_link_options(${name} PRIVATE -Wl,--gc-sections)
  if(PLUMBLINE_LINK_STATICALLY)
    target_link_options(${name} PRIVATE -static -no-pie)
  endif()
endfunction()
