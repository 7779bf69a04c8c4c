// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envprofile.h"
#include "models/env/envprofiles.h"
#include "models/services/worker.h"

namespace pilothouse {

class EnvService;

/// The profiles beside the file that an EnvService has open. UI thread; files are read and written on a worker. Answers about
/// a file that is not open any more are dropped.
class ProfileService : public QObject
{
    Q_OBJECT
public:
    explicit ProfileService(EnvService &env, QObject *parent = nullptr);

    void refresh(); ///< then profilesChanged()
    void compare(const QString &name); ///< then compared(): against the document with its unsaved edits
    /// Puts the profile's values into the document as one step of undo, unsaved; then applied(). keys as for profileEdits().
    void apply(const QString &name, const QStringList &keys = {});
    void saveAs(const QString &name, ProfileSave mode); ///< the document, unsaved edits included; then saved() and refresh()

Q_SIGNALS:
    void profilesChanged(const QList<EnvProfile> &profiles);
    void compared(const QString &name, const QList<ProfileChange> &changes);
    void applied(const QString &name, const QStringList &keys); ///< keys that changed in the document
    void saved(const QString &path);
    void failed(const Error &error); ///< "profile.missing", "profile.exists", "profile.bad-name", "profile.no-key", …

private:
    void read(const QString &name, const std::function<void(const EnvDocument &)> &next);

    EnvService &m_env;
    Worker m_worker;
};

} // namespace pilothouse
