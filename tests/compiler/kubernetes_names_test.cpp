#include "compiler/kubernetes_names.hpp"

#include <string>

#include "catch2.hpp"

using namespace mlpipe::compiler;

TEST_CASE("labels and subdomains of DNS") {
  for (const char* good : {"a", "9", "my-claim", "a1-b2"}) CHECK(is_dns_label(good));
  for (const char* bad : {"", "-a", "a-", "A", "a_b", "a.b", "ä"}) CHECK_FALSE(is_dns_label(bad));
  CHECK(is_dns_label(std::string(63, 'a')));
  CHECK_FALSE(is_dns_label(std::string(64, 'a')));
  for (const char* good : {"a", "a.b", "my-secret.v1"}) CHECK(is_dns_subdomain(good));
  for (const char* bad : {"", ".", "a.", ".a", "a..b", "My", "a b", "a/b"}) CHECK_FALSE(is_dns_subdomain(bad));
  CHECK(is_dns_subdomain(std::string(253, 'a')));
  CHECK_FALSE(is_dns_subdomain(std::string(254, 'a')));
}

TEST_CASE("keys and values of labels") {
  for (const char* good : {"team", "Team_1.x", "example.com/team", "a/B"}) CHECK(is_qualified_name(good));
  for (const char* bad : {"", "/a", "a/", "a/b/c", "_a", "a-", "Example.com/a", "a b"})
    CHECK_FALSE(is_qualified_name(bad));
  for (const char* good : {"", "a", "A.b_c-d"}) CHECK(is_label_value(good));
  for (const char* bad : {"-", "a b", "a/b", "ä"}) CHECK_FALSE(is_label_value(bad));
  CHECK_FALSE(is_label_value(std::string(64, 'a')));
}

TEST_CASE("keys of secrets and config maps") {
  for (const char* good : {"password", ".env", "A_b-c.d"}) CHECK(is_config_key(good));
  for (const char* bad : {"", ".", "..", "..a", "a/b", "a b"}) CHECK_FALSE(is_config_key(bad));
}

TEST_CASE("paths") {
  for (const char* good : {"/", "/data", "/a/b c"}) CHECK(is_mount_path(good));
  for (const char* bad : {"", "data", "./data", "/a:b"}) CHECK_FALSE(is_mount_path(bad));
  for (const char* good : {"", "a", "a/b", "a..b"}) CHECK(is_sub_path(good));
  for (const char* bad : {"/a", "..", "../a", "a/../b", "a/.."}) CHECK_FALSE(is_sub_path(bad));
}

TEST_CASE("access modes") {
  CHECK(is_access_mode("ReadWriteMany"));
  CHECK_FALSE(is_access_mode("RWX"));
}

TEST_CASE("fields of a pod") {
  for (const char* good : {"metadata.name", "metadata.labels['team']", "metadata.annotations['a.b/c']", "status.podIP"})
    CHECK(is_field_path(good));
  for (const char* bad :
       {"", "metadata", "metadata.labels", "metadata.labels['']", "metadata.labels['a'", "spec.nodename"})
    CHECK_FALSE(is_field_path(bad));
}
