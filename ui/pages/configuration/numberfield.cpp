// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/numberfield.h"

#include "ui/pages/configuration/textfield.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <cmath>

namespace pilothouse {

namespace {

int decimalsOf(const QString &text)
{
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    return point < 0 ? 0 : int(text.size() - point - 1);
}

/// Text of a stepped number: as many decimals as the step or the old text has.
QString numberText(double number, const VariableSpec &spec, const QString &before)
{
    if (spec.type == VariableType::Integer)
        return QString::number(qint64(std::llround(number)));
    const int decimals = qMax(decimalsOf(QString::number(spec.step)), decimalsOf(before));
    return QString::number(number, 'f', qBound(1, decimals, 6));
}

} // namespace

NumberBox::NumberBox(const VariableSpec &spec, QWidget *parent)
    : QAbstractSpinBox(parent), m_spec(spec), m_unit(makeLabel(unitText(spec.unit), TypeRole::Body, Tone::Text3, lineEdit()))
{
    m_unit->setForegroundRole(QPalette::WindowText); // a child of a line edit would take the role of its text
    m_unit->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_unit->setVisible(!spec.unit.isEmpty());
    if (!spec.unit.isEmpty())
        lineEdit()->setTextMargins(0, 0, m_unit->sizeHint().width() + 8, 0);
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberBox::valueTyped);
}

QString NumberBox::value() const
{
    return lineEdit()->text();
}

void NumberBox::setValue(const QString &value)
{
    setTextKeepingCursor(lineEdit(), value);
}

void NumberBox::setPlaceholder(const QString &text)
{
    lineEdit()->setPlaceholderText(text);
}

void NumberBox::stepBy(int steps)
{
    bool ok = false;
    const QString before = value().isEmpty() ? m_spec.defaultValue : value();
    double number = before.trimmed().toDouble(&ok);
    number = ok ? number + steps * m_spec.step : m_spec.minimum.value_or(0);
    if (m_spec.minimum)
        number = qMax(number, m_spec.minimumExclusive ? *m_spec.minimum + m_spec.step : *m_spec.minimum);
    if (m_spec.maximum)
        number = qMin(number, *m_spec.maximum);
    const QString text = numberText(number, m_spec, before);
    if (text == value())
        return;
    lineEdit()->setText(text);
    lineEdit()->selectAll();
    Q_EMIT valueTyped(text);
}

QValidator::State NumberBox::validate(QString &, int &) const
{
    return QValidator::Acceptable; // the rules of the schema judge, the field only shows
}

QSize NumberBox::sizeHint() const
{
    QSize hint = QAbstractSpinBox::sizeHint();
    hint.setWidth(qMax(hint.width(), 120));
    return hint;
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const
{
    return StepUpEnabled | StepDownEnabled;
}

void NumberBox::resizeEvent(QResizeEvent *event)
{
    QAbstractSpinBox::resizeEvent(event);
    const QSize unit = m_unit->sizeHint();
    m_unit->setGeometry(
        lineEdit()->width() - unit.width() - 6, (lineEdit()->height() - unit.height()) / 2, unit.width(), unit.height());
}

NumberField::NumberField(const VariableSpec &spec, QWidget *parent) : ValueField(parent), m_box(new NumberBox(spec, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    watchFocus(m_box);
    connect(m_box, &NumberBox::valueTyped, this, &NumberField::report);
}

QWidget *NumberField::editor() const
{
    return m_box;
}

void NumberField::showRow(const FormRow &row)
{
    m_box->setValue(row.value);
    m_box->setPlaceholder(row.present ? QString() : absentText(row.spec));
}

QString NumberField::shownValue() const
{
    return m_box->value();
}

} // namespace pilothouse
