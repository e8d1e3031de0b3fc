#include "core/catalog/users.h"

#include "core/catalog/catalog_error.h"
#include "core/catalog/sign_offs.h"
#include "tests/core/catalog/catalog_fixture.h"

using namespace tomocyte;
using namespace tomocyte::test;

TEST_CASE("the first user is an administrator, and only the first comes without one") {
  TestCatalog test;
  Catalog catalog = test.open();
  CHECK_FALSE(has_users(catalog));
  const User first = create_first_administrator(catalog, {"Kim", "Kim Min-ji", Role::kTechnician, kPassword});
  CHECK(first.role == Role::kAdministrator);
  CHECK(first.name == "kim");
  CHECK_THROWS_AS(create_first_administrator(catalog, {"eve", "", Role::kTechnician, kPassword}), PermissionError);
}

TEST_CASE("nothing is changed by somebody who is not signed in") {
  TestCatalog test;
  Catalog catalog = test.open();
  CHECK(contains(refusal<PermissionError>([&] { add_sample(catalog, {.sample_id = "S1"}); }), "nobody is signed in"));
  CHECK(list_samples(catalog).empty());
}

TEST_CASE("a wrong name and a wrong password are refused with the same words") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  const std::string wrong_password = refusal<PermissionError>([&] { sign_in(catalog, "kim", "wrong horse"); });
  const std::string wrong_name = refusal<PermissionError>([&] { sign_in(catalog, "nobody", "wrong horse"); });
  CHECK(wrong_password == wrong_name);
  CHECK(sign_in(catalog, "KIM", kPassword).name == "kim");
}

TEST_CASE("failed attempts are counted, lock the account for five minutes and are forgotten at the sign-in") {
  TestCatalog test;
  Catalog catalog = test.open_as("kim", Role::kTechnician);
  for (int i = 1; i <= kFailedAttemptsAllowed; ++i) {
    CHECK_THROWS_AS(sign_in(catalog, "kim", "wrong horse"), PermissionError);
    CHECK(find_user(catalog, "kim")->failed_attempts == i);
  }
  CHECK(contains(refusal<PermissionError>([&] { sign_in(catalog, "kim", kPassword); }),
                 "locked until 2026-01-02T00:05:00Z"));
  test.now += std::chrono::minutes(5);
  CHECK(sign_in(catalog, "kim", kPassword).failed_attempts == 0);
}

TEST_CASE("roles decide who manages users") {
  TestCatalog test;
  Catalog technician = test.open_as("kim", Role::kTechnician);
  CHECK(contains(refusal<PermissionError>([&] {
                   add_user(technician, {"eve", "", Role::kReviewer, kPassword});
                 }),
                 "kim is technician and may not manage users"));
  CHECK_THROWS_AS(set_role(technician, "kim", Role::kAdministrator), PermissionError);
  CHECK_THROWS_AS(set_password(technician, "admin", "another horse"), PermissionError);
  CHECK_NOTHROW(set_password(technician, "kim", "another horse"));
  CHECK(sign_in(technician, "kim", "another horse").name == "kim");
}

TEST_CASE("an account that is disabled while its user is signed in can do nothing more") {
  TestCatalog test;
  Catalog kim = test.open_as("kim", Role::kTechnician);
  Catalog admin = test.open_as("admin", Role::kAdministrator);
  set_enabled(admin, "kim", false);
  CHECK(contains(refusal<PermissionError>([&] { add_sample(kim, {.sample_id = "S1"}); }), "disabled"));
  CHECK(contains(refusal<PermissionError>([&] { sign_in(kim, "kim", kPassword); }), "disabled"));
}

TEST_CASE("the last administrator stays one") {
  TestCatalog test;
  Catalog admin = test.open_as("admin", Role::kAdministrator);
  CHECK_THROWS_AS(set_role(admin, "admin", Role::kReviewer), InputError);
  CHECK_THROWS_AS(set_enabled(admin, "admin", false), InputError);
  add_user(admin, {"second", "", Role::kAdministrator, kPassword});
  CHECK_NOTHROW(set_enabled(admin, "admin", false));
}

TEST_CASE("two accounts cannot have one name") {
  TestCatalog test;
  Catalog admin = test.open_as("admin", Role::kAdministrator);
  CHECK_THROWS_AS(add_user(admin, {"Admin", "", Role::kReviewer, kPassword}), InputError);
  CHECK_THROWS_AS(add_user(admin, {"two words", "", Role::kReviewer, kPassword}), InputError);
  CHECK(list_users(admin).size() == 1);
}
