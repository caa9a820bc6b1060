# The libraries that mlpipe itself is built from. Public headers include none of them.
#
# mlpipe::mlpipe is static by default, so whoever links it links fmt, yaml-cpp and threads too; as a part of another project
# these targets therefore must be visible outside this directory. (mlpipeConfig.cmake.in finds the same ones.)
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)

find_package(fmt 9 REQUIRED)
find_package(yaml-cpp 0.7 REQUIRED)
find_package(Threads REQUIRED)

# Headers only, needed to build mlpipe and by nobody else.
find_package(nlohmann_json 3.11 REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
