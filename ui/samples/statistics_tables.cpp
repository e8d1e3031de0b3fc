#include "ui/samples/statistics_tables.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QTableWidget>
#include <algorithm>

#include "ui/index_name.h"

namespace tomocyte {
namespace {

QString number(double value, int decimals) { return QString::number(value, 'f', decimals); }

QString signedNumber(double value, int decimals) {
  const QString text = number(value, decimals);
  return value > 0.0 ? '+' + text : text;
}

void begin(QTableWidget& table, const QStringList& columns) {
  table.clear();
  table.setRowCount(0);
  table.setColumnCount(static_cast<int>(columns.size()));
  table.setHorizontalHeaderLabels(columns);
  table.setEditTriggers(QAbstractItemView::NoEditTriggers);
  table.setSelectionBehavior(QAbstractItemView::SelectRows);
  table.setAlternatingRowColors(true);
  table.setShowGrid(false);
  table.verticalHeader()->hide();
  table.verticalHeader()->setDefaultSectionSize(24);
  table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

// Words left, numbers right.
void addRow(QTableWidget& table, const QStringList& texts, int words) {
  const int row = table.rowCount();
  table.insertRow(row);
  for (int column = 0; column < texts.size(); ++column) {
    auto* item = new QTableWidgetItem(texts[column]);
    item->setTextAlignment((column < words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    table.setItem(row, column, item);
  }
}

QStringList indexRow(const ClassDistribution& c, std::size_t i) {
  const ReportedIndex& named = reported_indices()[i];
  QStringList row = {QString::fromStdString(c.name), indexName(named.name), QString::fromUtf8(named.unit)};
  if (!c.index[i]) return row << QStringLiteral("0");
  const Summary& s = c.index[i]->summary;
  const int d = named.decimals;
  row << QString::number(s.count) << number(s.mean, d)
      << (s.count > 1 ? number(s.standard_deviation, d) : QStringLiteral("–"))
      << (s.count > 1 ? number(s.standard_error, d + 1) : QStringLiteral("–")) << number(s.median, d);
  if (const auto& range = c.index[i]->range)
    row << QStringLiteral("%1 – %2").arg(number(range->low, d), number(range->high, d))
        << QString::fromStdString(c.index[i]->flag) << QStringLiteral("%1 / %2").arg(c.index[i]->inside).arg(s.count);
  return row;
}

QString differenceText(const Interval& difference, int decimals) {
  return QStringLiteral("%1 (%2 … %3)")
      .arg(signedNumber(difference.value, decimals), signedNumber(difference.low, decimals),
           signedNumber(difference.high, decimals));
}

// What one earlier sample says of a row; empty where it has nothing to compare.
struct Compared {
  QString value;
  QString difference;
  bool marked = false;
};

Compared sharedWith(const DeltaCheck& check, const std::string& cellClass) {
  const auto share = std::ranges::find(check.shares, cellClass, &ShareDelta::cell_class);
  if (share == check.shares.end()) return {};
  return {QStringLiteral("%1 / %2 = %3")
              .arg(share->before)
              .arg(check.before.differential.white_cells)
              .arg(number(100.0 * share->before / check.before.differential.white_cells, 1)),
          differenceText(share->percent_points, 1), share->marked};
}

Compared meanOf(const DeltaCheck& check, const std::string& cellClass, std::size_t index) {
  const auto mean = std::ranges::find_if(
      check.indices, [&](const IndexDelta& delta) { return delta.cell_class == cellClass && delta.index == index; });
  if (mean == check.indices.end()) return {};
  const int decimals = reported_indices()[index].decimals;
  return {QStringLiteral("%1 (n %2)").arg(number(mean->before.mean, decimals)).arg(mean->before.count),
          differenceText(mean->difference, decimals), mean->marked};
}

void addComparedRow(QTableWidget& table, QStringList texts, const std::vector<Compared>& earlier) {
  for (const Compared& one : earlier) texts << one.value << one.difference << (one.marked ? QStringLiteral("⚠") : "");
  addRow(table, texts, 3);
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    if (!earlier[i].marked) continue;
    QTableWidgetItem* item = table.item(table.rowCount() - 1, 4 + 3 * static_cast<int>(i) + 1);
    QFont bold = item->font();
    bold.setBold(true);
    item->setFont(bold);
  }
}

}  // namespace

void fillIndexTable(QTableWidget& table, const IndexStatistics& statistics) {
  begin(table,
        {QCoreApplication::translate("StatisticsTables", "Class"),
         QCoreApplication::translate("StatisticsTables", "Index"),
         QCoreApplication::translate("StatisticsTables", "Unit"), QCoreApplication::translate("StatisticsTables", "n"),
         QCoreApplication::translate("StatisticsTables", "Mean"), QCoreApplication::translate("StatisticsTables", "SD"),
         QCoreApplication::translate("StatisticsTables", "SEM"),
         QCoreApplication::translate("StatisticsTables", "Median"),
         QCoreApplication::translate("StatisticsTables", "Range"),
         QCoreApplication::translate("StatisticsTables", "Mean is"),
         QCoreApplication::translate("StatisticsTables", "Cells in range")});
  for (const ClassDistribution& c : statistics.classes)
    for (std::size_t i = 0; i < c.index.size(); ++i) addRow(table, indexRow(c, i), 3);
}

void fillDeltaTable(QTableWidget& table, const CheckedSample& now, const std::vector<DeltaCheck>& earlier) {
  QStringList columns = {QCoreApplication::translate("StatisticsTables", "Class"),
                         QCoreApplication::translate("StatisticsTables", "Quantity"),
                         QCoreApplication::translate("StatisticsTables", "Unit"),
                         QCoreApplication::translate("StatisticsTables", "Now")};
  for (const DeltaCheck& check : earlier)  // the state as the worklist says it
    columns << QStringLiteral("%1, %2 (%3)")
                   .arg(QString::fromStdString(check.before.sample_id),
                        QString::fromStdString(check.before.received_utc.substr(0, 10)),
                        QCoreApplication::translate("worklist_model", check.before.state.c_str()))
            << QCoreApplication::translate("StatisticsTables", "Difference (95 %)") << QString();
  begin(table, columns);
  const int white = now.differential.white_cells;
  for (const DifferentialRow& row : now.differential.white) {
    std::vector<Compared> compared;
    for (const DeltaCheck& check : earlier) compared.push_back(sharedWith(check, row.cell_class));
    if (white > 0)
      addComparedRow(
          table,
          {QString::fromStdString(row.name), QCoreApplication::translate("StatisticsTables", "Share of white cells"),
           QStringLiteral("%"),
           QStringLiteral("%1 / %2 = %3").arg(row.count).arg(white).arg(number(100.0 * row.count / white, 1))},
          compared);
  }
  for (const ClassDistribution& c : now.indices.classes)
    for (std::size_t i = 0; i < c.index.size(); ++i) {
      if (!c.index[i]) continue;
      std::vector<Compared> compared;
      for (const DeltaCheck& check : earlier) compared.push_back(meanOf(check, c.cell_class, i));
      const ReportedIndex& named = reported_indices()[i];
      const QString mean = QCoreApplication::translate("StatisticsTables", "Mean: %1").arg(indexName(named.name));
      addComparedRow(table,
                     {QString::fromStdString(c.name), mean, QString::fromUtf8(named.unit),
                      QStringLiteral("%1 (n %2)")
                          .arg(number(c.index[i]->summary.mean, named.decimals))
                          .arg(c.index[i]->summary.count)},
                     compared);
    }
}

}  // namespace tomocyte
