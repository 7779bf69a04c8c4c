// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/processcard.h"

#include "models/domain/format.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

enum Column { Name, Pid, Cpu, Ram, Gpu, Columns };

QString percentText(const Reading<double> &percent)
{
    return percent ? formatPercent(percent.value()) : QStringLiteral("—");
}

int rowHeight()
{
    return QFontMetrics(typeFont(TypeRole::Mono)).height() + 12;
}

QString bytesText(const Reading<qint64> &bytes)
{
    return bytes ? formatBytes(bytes.value()) : QStringLiteral("—");
}

} // namespace

ProcessCard::ProcessCard(QWidget *parent)
    : Card(parent), m_total(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_empty(makeLabel(tr("No provider process runs."), TypeRole::Secondary, Tone::Text2)), m_tree(new QTreeWidget)
{
    addHeader(tr("Provider tree"))->addWidget(m_total);
    body()->setContentsMargins(10, 2, 10, 6);
    m_empty->setContentsMargins(11, 8, 11, 8);
    m_empty->setWordWrap(true);
    m_tree->setColumnCount(Columns);
    m_tree->setHeaderLabels({ tr("Process"), tr("PID"), tr("CPU"), tr("RAM"), tr("GPU memory") });
    m_tree->setColumnHidden(Gpu, true); // until a GPU tells what a process holds
    m_tree->setAccessibleName(tr("Provider tree"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(14);
    m_tree->setUniformRowHeights(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    for (const int column : { int(Pid), int(Cpu), int(Ram), int(Gpu) }) {
        m_tree->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
        m_tree->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    body()->addWidget(m_tree);
    body()->addWidget(m_empty);
    m_tree->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void ProcessCard::setSample(const TelemetrySample &sample)
{
    if (!sameProcesses(sample.processes))
        rebuild(sample.processes);
    bool onGpu = false;
    for (const ProcessSample &process : sample.processes) {
        QTreeWidgetItem *item = m_items.value(process.pid);
        item->setText(Cpu, percentText(process.cpuPercent));
        item->setText(Ram, bytesText(process.residentBytes));
        item->setText(Gpu, bytesText(process.gpuBytes));
        onGpu = onGpu || process.gpuBytes.hasValue();
    }
    m_tree->setColumnHidden(Gpu, !onGpu);
    m_total->setText(sample.providerRamBytes ? tr("%1 in RAM").arg(formatBytes(sample.providerRamBytes.value())) : QString());
}

bool ProcessCard::sameProcesses(const QList<ProcessSample> &processes) const
{
    return std::equal(processes.begin(), processes.end(), m_shape.begin(), m_shape.end(),
        [](const ProcessSample &process, const QPair<qint64, qint64> &known) {
            return process.pid == known.first && process.parentPid == known.second;
        });
}

void ProcessCard::rebuild(const QList<ProcessSample> &processes)
{
    m_tree->clear();
    m_items.clear();
    m_shape.clear();
    for (const ProcessSample &process : processes) {
        auto *item = new QTreeWidgetItem;
        item->setText(Name, process.name);
        item->setFont(Name, typeFont(TypeRole::Mono));
        item->setToolTip(
            Name, QStringLiteral("<span>%1</span>").arg(tr("%1, PID %2").arg(process.name).arg(process.pid).toHtmlEscaped()));
        item->setSizeHint(Name, QSize(0, rowHeight()));
        item->setText(Pid, QString::number(process.pid));
        for (const int column : { int(Pid), int(Cpu), int(Ram), int(Gpu) })
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        QTreeWidgetItem *parent = m_items.value(process.parentPid);
        if (parent && process.depth > 0)
            parent->addChild(item);
        else
            m_tree->addTopLevelItem(item);
        m_items.insert(process.pid, item);
        m_shape << qMakePair(process.pid, process.parentPid);
    }
    m_tree->expandAll();
    m_tree->setVisible(!processes.isEmpty());
    m_empty->setVisible(processes.isEmpty());
    const int most = 8;
    const int rows = std::min<int>(int(processes.size()), most);
    m_tree->setVerticalScrollBarPolicy(processes.size() > most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_tree->setFixedHeight(m_tree->header()->sizeHint().height() + rows * qMax(rowHeight(), m_tree->sizeHintForRow(0)) + 4);
}

} // namespace pilothouse
