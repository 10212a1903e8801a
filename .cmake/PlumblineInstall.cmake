# What `cmake --install` and `cpack` put where: the program, the library with its headers and CMake package, and data.
#
# Two components: `program` (with scenarios and schemas) for people who judge, `library` for people who build on it.

include(CMakePackageConfigHelpers)

install(TARGETS plumbline RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)

get_property(stages GLOBAL PROPERTY PLUMBLINE_STAGES)
list(TRANSFORM stages PREPEND plumbline_ OUTPUT_VARIABLE stage_targets)
install(TARGETS plumbline_engine ${stage_targets} EXPORT plumblineTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/plumbline COMPONENT library)

# Headers keep their path, so that an installed include reads like one in the sources: "engine/base/quantity.hpp".
install(DIRECTORY engine/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/plumbline/engine COMPONENT library
  FILES_MATCHING PATTERN "*.hpp" PATTERN "*.def"
  PATTERN "data" EXCLUDE PATTERN "rules" EXCLUDE)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/plumbline)
install(EXPORT plumblineTargets NAMESPACE plumbline:: DESTINATION ${package_folder} COMPONENT library)
configure_package_config_file(
  "${CMAKE_CURRENT_LIST_DIR}/plumblineConfig.cmake.in" "${PROJECT_BINARY_DIR}/plumblineConfig.cmake"
  INSTALL_DESTINATION ${package_folder} NO_SET_AND_CHECK_MACRO)
# Before 1.0 each minor version may change the interface.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/plumblineConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/plumblineConfig.cmake" "${PROJECT_BINARY_DIR}/plumblineConfigVersion.cmake"
  DESTINATION ${package_folder} COMPONENT library)

install(DIRECTORY scenarios schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/plumbline COMPONENT program)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME plumbline)
set(CPACK_PACKAGE_CONTACT "The Plumbline authors <plumbline@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME plumbline)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libplumbline-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "libyaml-cpp-dev, libfmt-dev")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Judges AWS architecture options written as one YAML file")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "Headers and static libraries of the Plumbline engine")
if(NOT PLUMBLINE_LINK_STATICALLY)
  set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
endif()
include(CPack)
