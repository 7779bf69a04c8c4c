// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/backendfacts.h"

#include <QObject>

#include <memory>

namespace pilothouse {

/// Asks the deployment's backend what it believes: GET /health, then GET /model-config. UI thread, never waits; ask() drops
/// an older question without a signal. No key is sent; redirects stay inside the origin; 2 s and 64 KiB a request.
class BackendProbe : public QObject
{
    Q_OBJECT
public:
    explicit BackendProbe(QObject *parent = nullptr);
    ~BackendProbe() override;

    /// endpoint, service and described are kept in the answer. Without an endpoint the answer comes at once and says nothing.
    void ask(const BackendFacts &place);
    bool isBusy() const;
    void cancel(); ///< no signal follows
    void setTimeout(int ms); ///< of one request, in all

Q_SIGNALS:
    void finished(const BackendFacts &facts);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Pure: what /health and /model-config mean. False: nothing usable is in it. A model that is told already stays.
bool readBackendAnswer(const QString &path, const QByteArray &body, BackendFacts &facts);

} // namespace pilothouse
