# Install rules: the library, its headers, and the CMake package that find_package(mlpipe) finds.
include(CMakePackageConfigHelpers)
set(_mlpipe_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/mlpipe")

install(TARGETS mlpipe EXPORT mlpipeTargets)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/mlpipe" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT mlpipeTargets NAMESPACE mlpipe:: DESTINATION "${_mlpipe_package_dir}")

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/mlpipeConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/cmake/mlpipeConfig.cmake" INSTALL_DESTINATION "${_mlpipe_package_dir}")
# Below 1.0 a new minor version may change the API.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/cmake/mlpipeConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/cmake/mlpipeConfig.cmake"
  "${PROJECT_BINARY_DIR}/cmake/mlpipeConfigVersion.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/MlpipeAddPipeline.cmake"
  DESTINATION "${_mlpipe_package_dir}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
