# SPDX-License-Identifier: GPL-3.0-or-later
# A room of models/ or ui/: a static library of all sources in the calling folder (and below), named pilothouse_<name>.
# USES names the rooms below it; the list is the dependency rule of ARCHITECTURE.md, tests/lint checks the includes.
function(pilothouse_room name)
  cmake_parse_arguments(PARSE_ARGV 1 room "" "" "USES;QT")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  list(TRANSFORM room_USES PREPEND pilothouse_)
  list(TRANSFORM room_QT PREPEND Qt6::)
  set(scope PUBLIC)
  if(sources MATCHES "\\.cpp")
    add_library(pilothouse_${name} STATIC ${sources})
    set_target_properties(pilothouse_${name} PROPERTIES AUTOMOC ON)
  else() # headers only
    add_library(pilothouse_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_link_libraries(pilothouse_${name} ${scope} pilothouse_flags Qt6::Core ${room_QT} ${room_USES})
endfunction()

# A Qt Test program tests/<...>/tst_<class>.cpp. ROOMS are linked; LABEL is unit, ui, real or lint.
# ENVIRONMENT adds variables; TIMEOUT in seconds (default 120); extra sources after SOURCES.
function(pilothouse_test name)
  cmake_parse_arguments(PARSE_ARGV 1 test "SERIAL" "LABEL;TIMEOUT" "ROOMS;SOURCES;ENVIRONMENT")
  add_executable(${name} ${name}.cpp ${test_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  list(TRANSFORM test_ROOMS PREPEND pilothouse_)
  target_link_libraries(${name} PRIVATE ${test_ROOMS} pilothouse_test_support Qt6::Test)
  add_test(NAME ${name} COMMAND ${name})
  if(NOT test_LABEL)
    set(test_LABEL unit)
  endif()
  if(NOT test_TIMEOUT)
    set(test_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${test_LABEL}" TIMEOUT ${test_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent;PILOTHOUSE_SOURCE_DIR=${PROJECT_SOURCE_DIR};${test_ENVIRONMENT}")
  if(test_SERIAL)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
  endif()
  pilothouse_one_engine_at_a_time(${name} ${test_LABEL})
endfunction()

# Engines take whole cores: "ctest -j" runs one real test beside others, never two of them.
function(pilothouse_one_engine_at_a_time test)
  if("real" IN_LIST ARGN)
    set_tests_properties(${test} PROPERTIES RESOURCE_LOCK engine)
  endif()
endfunction()

# A Python script beside the calling CMakeLists.txt that drives the built pilothousectl (tests/support/ctl.py).
function(pilothouse_ctl_test name)
  cmake_parse_arguments(PARSE_ARGV 1 test "" "TIMEOUT" "LABEL")
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  add_test(NAME ${name} COMMAND Python3::Interpreter -B ${CMAKE_CURRENT_SOURCE_DIR}/${name}.py)
  set_tests_properties(${name} PROPERTIES LABELS "${test_LABEL}" TIMEOUT ${test_TIMEOUT}
    ENVIRONMENT "LC_ALL=C.UTF-8;PILOTHOUSE_SOURCE_DIR=${PROJECT_SOURCE_DIR};PILOTHOUSECTL=$<TARGET_FILE:pilothousectl>")
  pilothouse_one_engine_at_a_time(${name} ${test_LABEL})
endfunction()
