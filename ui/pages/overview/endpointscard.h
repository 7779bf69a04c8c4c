// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/backendfacts.h"
#include "models/domain/providerstatus.h"
#include "ui/widgets/card.h"

namespace pilothouse {

/// The addresses programs talk to, whether they answer, and a copy button each.
class EndpointsCard : public Card
{
    Q_OBJECT
public:
    explicit EndpointsCard(QWidget *parent = nullptr);

    void setStatus(const ProviderStatus &status);
    void setBackend(const BackendFacts &backend); ///< shown when its address is known

private:
    void refresh();

    ProviderStatus m_status;
    BackendFacts m_backend;
    QVBoxLayout *m_rows;
    QStringList m_shown; ///< what the rows say now, so that they are rebuilt only on change
};

} // namespace pilothouse
