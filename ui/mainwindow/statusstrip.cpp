// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/statusstrip.h"

#include "models/domain/format.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/providerline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace pilothouse {

QString machineText(const TelemetrySample &sample)
{
    QStringList parts;
    for (const GpuSample &gpu : sample.gpus)
        parts << (gpu.totalBytes.hasValue() ? StatusStrip::tr("%1 · %2").arg(gpu.name, formatBytes(gpu.totalBytes.value()))
                                            : gpu.name);
    if (parts.isEmpty() && sample.timeMs > 0) {
        parts << StatusStrip::tr("No GPU found");
        if (sample.cpuThreads > 0)
            parts << StatusStrip::tr("%n CPU threads", nullptr, sample.cpuThreads);
        if (sample.systemRamTotalBytes.hasValue())
            parts << StatusStrip::tr("%1 RAM").arg(formatBytes(sample.systemRamTotalBytes.value()));
    }
    return parts.join(QStringLiteral(" · "));
}

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent), m_notice(new ElidedLabel(QString(), TypeRole::Caption, Tone::Text2)),
      m_machine(makeLabel(QString(), TypeRole::Caption, Tone::Text2)),
      m_engine(makeLabel(QString(), TypeRole::Caption, Tone::Text2)),
      m_refresh(makeLabel(QString(), TypeRole::Caption, Tone::Text2))
{
    setFixedHeight(qMax(26, QFontMetrics(typeFont(TypeRole::Caption)).height() + 8));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 1, 18, 0);
    row->setSpacing(21);
    row->addWidget(m_notice, 1);
    for (QLabel *label : { m_machine, m_engine, m_refresh }) {
        row->addWidget(label);
        label->hide();
    }
    m_notice->setObjectName(QStringLiteral("notice"));
    setAccessibleName(tr("Status"));
}

void StatusStrip::showNotice(const QString &text)
{
    m_notice->setText(text);
}

QString StatusStrip::notice() const
{
    return m_notice->text();
}

void StatusStrip::setPart(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void StatusStrip::setStatus(const ProviderStatus &status)
{
    setPart(m_engine,
        status.providerVersion.isEmpty() ? QString() : tr("%1 %2").arg(providerDisplayName(status), status.providerVersion));
}

void StatusStrip::setSample(const TelemetrySample &sample)
{
    setPart(m_machine, machineText(sample));
    if (m_lastSampleMs > 0 && sample.timeMs > m_lastSampleMs)
        setPart(m_refresh, tr("%1 refresh").arg(formatDuration(qMax<qint64>(1, (sample.timeMs - m_lastSampleMs + 500) / 1000))));
    m_lastSampleMs = sample.timeMs;
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::Nav, palette()));
    const QColor line = toneColor(Tone::Line, palette());
    painter.fillRect(QRect(0, 0, width(), 1), line);
    for (const QLabel *label : { m_engine, m_refresh }) {
        if (label->isVisible())
            painter.fillRect(QRect(label->x() - 11, 7, 1, height() - 14), line);
    }
}

} // namespace pilothouse
