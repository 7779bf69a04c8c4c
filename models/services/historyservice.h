// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envdiffline.h"
#include "models/domain/envversion.h"
#include "models/result/result.h"
#include "models/services/worker.h"

namespace pilothouse {

class EnvService;

/// The kept versions of the file that an EnvService has open. UI thread; files are read on a worker. Answers about a file that
/// is not open any more are dropped.
class HistoryService : public QObject
{
    Q_OBJECT
public:
    explicit HistoryService(EnvService &env, QObject *parent = nullptr);

    void refresh(); ///< then versionsChanged()
    void compare(qint64 id); ///< then compared(): what restoring would change in the saved file
    void restore(qint64 id); ///< then the EnvService's saved() or failed(), or failed() here when the version cannot be read

Q_SIGNALS:
    void versionsChanged(const QList<EnvVersion> &versions); ///< newest first
    void compared(qint64 id, const QList<EnvDiffLine> &diff); ///< secrets masked
    void failed(const Error &error);

private:
    void read(qint64 id, const std::function<void(const QByteArray &)> &next);

    EnvService &m_env;
    Worker m_worker;
};

} // namespace pilothouse
