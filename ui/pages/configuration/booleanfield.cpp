// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/booleanfield.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace pilothouse {

namespace {

QString boxText(const FormRow &row, bool on)
{
    if (!row.present)
        return on ? BooleanField::tr("on (default)") : BooleanField::tr("off (default)");
    const QString lower = row.value.toLower();
    if (lower == QLatin1String("true"))
        return BooleanField::tr("on");
    if (lower == QLatin1String("false"))
        return BooleanField::tr("off");
    // the ampersand is a mnemonic in a check box
    return BooleanField::tr("written as “%1”").arg(QString(row.value).replace(QLatin1Char('&'), QStringLiteral("&&")));
}

} // namespace

BooleanField::BooleanField(const VariableSpec &, QWidget *parent) : ValueField(parent), m_box(new QCheckBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    watchFocus(m_box);
    connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
        m_value = on ? QStringLiteral("true") : QStringLiteral("false");
        m_box->setText(on ? tr("on") : tr("off"));
        report(m_value);
    });
}

QWidget *BooleanField::editor() const
{
    return m_box;
}

void BooleanField::showRow(const FormRow &row)
{
    m_value = row.value;
    const QString effective = row.present ? row.value : row.spec.defaultValue;
    const bool on = effective.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
    m_box->setChecked(on);
    m_box->setText(boxText(row, on));
}

QString BooleanField::shownValue() const
{
    return m_value;
}

} // namespace pilothouse
