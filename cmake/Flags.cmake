# SPDX-License-Identifier: GPL-3.0-or-later
# All compiler flags live on one INTERFACE target that every other target links.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(PILOTHOUSE_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(PILOTHOUSE_WERROR "Treat warnings as errors" OFF)
option(PILOTHOUSE_PCH "Precompile the headers of Qt: builds faster, and does not notice a missing include" OFF)
option(PILOTHOUSE_FUZZ "Offer the libFuzzer targets (needs clang)" OFF)
set(PILOTHOUSE_FUZZ_SECONDS 60 CACHE STRING "How long the test of each libFuzzer target goes on")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(pilothouse_flags INTERFACE)
target_include_directories(pilothouse_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(pilothouse_flags INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  PILOTHOUSE_VERSION="${PROJECT_VERSION}")
target_compile_options(pilothouse_flags INTERFACE -Wall -Wextra -Wpedantic $<IF:$<CXX_COMPILER_ID:GNU>,-Wshadow=local,-Wshadow> -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${PILOTHOUSE_WERROR}>:-Werror>)
if(PILOTHOUSE_SANITIZE)
  target_compile_options(pilothouse_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(pilothouse_flags INTERFACE -fsanitize=address,undefined)
endif()
