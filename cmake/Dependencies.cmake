# Every third-party package, found once. Versions are asked of CMake, never assumed.
find_package(Eigen3 REQUIRED NO_MODULE)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(spdlog REQUIRED)
find_package(Threads REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Spectra REQUIRED)
# hnswlib comes without a CMake package.
find_path(HNSWLIB_INCLUDE_DIR hnswlib/hnswlib.h REQUIRED)

# Scan files. A compute node that only runs the numerical libraries may lack HDF5.
find_package(HDF5 COMPONENTS C)
find_package(TIFF)
find_package(ZLIB)
find_package(OpenSSL COMPONENTS Crypto)
if(HDF5_FOUND AND TIFF_FOUND AND ZLIB_FOUND AND OpenSSL_FOUND)
  set(TOMOCYTE_FILES ON)
else()
  set(TOMOCYTE_FILES OFF)
  message(WARNING "HDF5, libtiff, zlib or OpenSSL is missing: building without scan files and without the program")
endif()

# Spreadsheets of reports.
find_package(PkgConfig REQUIRED)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)

# GenICam cameras. Without Aravis the program builds and says that the driver is missing.
find_package(PkgConfig)
if(PkgConfig_FOUND)
  pkg_check_modules(ARAVIS IMPORTED_TARGET aravis-0.8)
endif()
if(ARAVIS_FOUND)
  set(TOMOCYTE_ARAVIS ON)
else()
  set(TOMOCYTE_ARAVIS OFF)
  message(WARNING "Aravis 0.8 (libaravis-dev, libusb-1.0-0-dev) is missing: building without the GenICam camera driver")
endif()

find_package(Torch REQUIRED)
# Torch's flags would reach every target; they are attached to the targets that link it (Folder.cmake).
find_package(OpenCV REQUIRED COMPONENTS core imgproc imgcodecs ml)

# The DMD on USB. hidraw before libusb: it works with the kernel's own driver and needs only a udev rule.
find_package(PkgConfig)
set(TOMOCYTE_HIDAPI OFF)
if(PkgConfig_FOUND)
  pkg_search_module(HIDAPI IMPORTED_TARGET hidapi-hidraw hidapi-libusb hidapi)
  if(HIDAPI_FOUND)
    set(TOMOCYTE_HIDAPI ON)
  endif()
endif()
if(NOT TOMOCYTE_HIDAPI)
  message(WARNING "hidapi is missing: building without the driver of the DMD")
endif()

if(TOMOCYTE_GUI)
  find_package(X11 REQUIRED)
  find_package(Qt6 REQUIRED COMPONENTS Core Gui LinguistTools Widgets Network OpenGL OpenGLWidgets Sql Svg Test)
  find_package(OpenGL REQUIRED COMPONENTS GLX)
  find_package(VTK REQUIRED COMPONENTS
               ChartsCore CommonCore CommonDataModel CommonColor CommonTransforms FiltersCore FiltersGeneral FiltersSources
               ImagingCore InteractionStyle InteractionWidgets IOImage RenderingAnnotation RenderingContext2D
               RenderingContextOpenGL2 RenderingCore RenderingFreeType RenderingOpenGL2 RenderingUI RenderingVolume RenderingVolumeOpenGL2)
endif()

# The sample database is of the workstation, which has Qt; a compute node has neither.
set(TOMOCYTE_CATALOG OFF)
if(TOMOCYTE_GUI AND TOMOCYTE_FILES)
  set(TOMOCYTE_CATALOG ON)
endif()

# Serial ports of the stage and the filter wheel.
set(TOMOCYTE_SERIALPORT OFF)
if(TOMOCYTE_GUI)
  find_package(Qt6SerialPort QUIET)
  set(TOMOCYTE_SERIALPORT ${Qt6SerialPort_FOUND})
  if(NOT TOMOCYTE_SERIALPORT)
    message(WARNING "Qt SerialPort is missing: building without motorised stage and filter wheel")
  endif()
endif()

if(TOMOCYTE_TESTS)
  find_package(Catch2 REQUIRED)
  if(Catch2_VERSION VERSION_LESS 3)
    set(TOMOCYTE_CATCH_HEADER "catch2/catch.hpp")
  else()
    set(TOMOCYTE_CATCH_HEADER "catch2/catch_all.hpp")
  endif()
endif()
