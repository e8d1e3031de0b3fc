#include "core/report/xlsx_book.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/error.h"

namespace tomocyte {

struct XlsxBook::Internals {
  std::filesystem::path path;
  std::string footer;
  lxw_workbook* book = nullptr;
  lxw_format* bold = nullptr;

  void check(lxw_error error) const {
    if (error != LXW_NO_ERROR) throw FileError(path, fmt::format("cannot be written: {}", lxw_strerror(error)));
  }

  void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const XlsxCell& cell, lxw_format* format) const {
    if (cell.number) {
      if (!std::isfinite(*cell.number)) throw InputError("a number that is not finite does not fit a spreadsheet");
      check(worksheet_write_number(sheet, row, column, *cell.number, format));
    } else if (!cell.text.empty()) {
      check(worksheet_write_string(sheet, row, column, cell.text.c_str(), format));
    }
  }
};

XlsxBook::XlsxBook(std::filesystem::path path, std::string title, std::string author, std::string footer)
    : internals_(std::make_unique<Internals>()) {
  internals_->path = std::move(path);
  internals_->footer = std::move(footer);
  internals_->book = workbook_new(internals_->path.c_str());
  if (!internals_->book) throw FileError(internals_->path, "cannot be written: out of memory");
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.comments = internals_->footer.data();
  internals_->check(workbook_set_properties(internals_->book, &properties));
  internals_->bold = workbook_add_format(internals_->book);
  format_set_bold(internals_->bold);
}

XlsxBook::~XlsxBook() {
  // Closing is the only way to give the workbook's memory back; the file of a failed export is removed by its owner.
  if (internals_->book) workbook_close(internals_->book);
}

void XlsxBook::add_sheet(const std::string& name, const std::vector<XlsxRow>& rows, int header_rows) {
  lxw_worksheet* sheet = workbook_add_worksheet(internals_->book, name.c_str());
  if (!sheet) throw FileError(internals_->path, fmt::format("\"{}\" is no name of a sheet", name));
  std::vector<std::size_t> widths;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const bool header = static_cast<int>(r) < header_rows;
    widths.resize(std::max(widths.size(), rows[r].size()), 8);
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      internals_->write(sheet, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c), rows[r][c],
                        header ? internals_->bold : nullptr);
      widths[c] = std::max(widths[c], std::min<std::size_t>(rows[r][c].text.size(), 48));
    }
  }
  for (std::size_t c = 0; c < widths.size(); ++c)
    internals_->check(worksheet_set_column(sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c),
                                           static_cast<double>(widths[c]) + 2.0, nullptr));
  worksheet_freeze_panes(sheet, static_cast<lxw_row_t>(header_rows), 0);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  internals_->check(worksheet_set_footer(sheet, fmt::format("&L{}&R&P / &N", internals_->footer).c_str()));
}

void XlsxBook::close() { internals_->check(workbook_close(std::exchange(internals_->book, nullptr))); }

}  // namespace tomocyte
