// A figure above the table of its numbers, as both pages of the laboratory's quality are laid out.
#pragma once

class QLayout;
class QTableWidget;
class QWidget;

namespace tomocyte {

// Fills `page`: `controls`, below them the figure and the table, whose share of the height the user can change. The
// table is for reading only.
void layOutFigureOverTable(QWidget& page, QLayout* controls, QWidget* figure, QTableWidget* table);

}  // namespace tomocyte
