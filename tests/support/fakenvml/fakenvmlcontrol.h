// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDir>
#include <QFile>

#include <dlfcn.h>

/// Steers the fake NVML from a test (fakenvml.cpp says how). FAKE_NVML_FOLDER is set by CMake.
namespace fakenvml {

inline QString path(const QString &variant = QStringLiteral("full"))
{
    return QStringLiteral(FAKE_NVML_FOLDER "/fakenvml_%1.so").arg(variant);
}

inline void set(const QByteArray &settings)
{
    qputenv("FAKE_NVML", settings);
}

template <typename Function> Function *function(const QString &variant, const char *symbol)
{
    void *library = dlopen(QFile::encodeName(path(variant)).constData(), RTLD_NOW | RTLD_LOCAL);
    return library ? reinterpret_cast<Function *>(dlsym(library, symbol)) : nullptr;
}

inline int calls(const char *symbol, const QString &variant = QStringLiteral("full"))
{
    return function<int(const char *)>(variant, "fakeNvmlCalls")(symbol);
}

/// Forgets counts and "initialised".
inline void reset(const QString &variant = QStringLiteral("full"))
{
    set({});
    function<void()>(variant, "fakeNvmlReset")();
}

} // namespace fakenvml
