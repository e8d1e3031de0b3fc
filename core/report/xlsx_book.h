// A workbook being written: what the report's sheets need of libxlsxwriter, which stays in xlsx_book.cpp.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/report/c_locale.h"

namespace tomocyte {

// Empty, text or number.
struct XlsxCell {
  std::string text;
  std::optional<double> number;
  XlsxCell() = default;
  XlsxCell(std::string value) : text(std::move(value)) {}
  XlsxCell(const char* value) : text(value) {}
  XlsxCell(double value) : number(value) {}
  XlsxCell(int value) : number(value) {}
  XlsxCell(const std::optional<double>& value) : number(value) {}
};

using XlsxRow = std::vector<XlsxCell>;

class XlsxBook {
 public:
  // `footer` is printed at the bottom of each page of each sheet, `title` and `author` stand in the properties.
  XlsxBook(std::filesystem::path path, std::string title, std::string author, std::string footer);
  ~XlsxBook();
  XlsxBook(const XlsxBook&) = delete;
  XlsxBook& operator=(const XlsxBook&) = delete;

  // The first `header_rows` are bold and stay in view. Throws FileError (libxlsxwriter's message), InputError for a
  // number that is not finite.
  void add_sheet(const std::string& name, const std::vector<XlsxRow>& rows, int header_rows);
  // Writes the file. Throws FileError.
  void close();

 private:
  struct Internals;
  CLocale plain_;  // libxlsxwriter prints numbers with the locale's point
  std::unique_ptr<Internals> internals_;
};

}  // namespace tomocyte
