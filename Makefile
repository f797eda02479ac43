# detente - one non-recursive Makefile. `make help` lists the targets.
#
# Sources are listed by rank (docs/ARCHITECTURE.md): a room may use only rooms of lower rank.

MODE    ?= release
BUILD   ?= $(if $(filter release,$(MODE)),build,build/$(MODE))
PREFIX  ?= /usr/local
DESTDIR ?=
# Real data sets that are not part of the repository; tests that need them are skipped without them.
TEST_DATA ?= ../shared/data
V       ?=
Q       := $(if $(V),,@)

VERSION := $(shell sed -n 's/^.define DETENTE_VERSION "\(.*\)"/\1/p' core/detente.h)

WARN  := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
         -Wvla -Wformat=2
STD   := -std=c17 -D_POSIX_C_SOURCE=200809L
LIBS  := -lsqlite3 -lcjson -lcsv

ifeq ($(MODE),release)
  OPT := -O2 -g
else ifeq ($(MODE),debug)
  OPT := -O0 -g3 -Werror
else ifeq ($(MODE),check)
  OPT := -O2 -g -Werror
else ifeq ($(MODE),asan)
  OPT := -O1 -g -Werror -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
else ifeq ($(MODE),cov)
  OPT := -O0 -g --coverage
else ifeq ($(MODE),fuzz)
  CC  := clang
  OPT := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
else
  $(error MODE is one of release debug check asan cov fuzz)
endif
CFLAGS  ?=
LDFLAGS ?=
# The tables of the program hold thousands of pointers: without relocation they cost nothing at the start.
PROGRAM_LINK = $(if $(filter release check,$(MODE)),-no-pie -Wl$(,)-O1 -Wl$(,)--as-needed)
, := ,
ALL_CFLAGS = $(STD) $(WARN) $(OPT) -fPIC $(CFLAGS)

# ---- sources by rank ----------------------------------------------------------------------------
RANK0 := $(wildcard core/base/*.c)
RANK1 := $(wildcard core/time/*.c)
RANK2 := $(wildcard core/model/*.c)
RANK3 := $(wildcard core/read/*.c core/query/*.c)
RANK4 := $(wildcard core/store/*.c)
RANK5 := $(wildcard core/ask/*.c)
RANK6 := $(wildcard core/write/*.c)
RANK7 := $(wildcard core/*.c)
CORE  := $(RANK0) $(RANK1) $(RANK2) $(RANK3) $(RANK4) $(RANK5) $(RANK6) $(RANK7)
CMD   := $(wildcard cmd/*.c)

GEN      := build/gen
GEN_SRC  := $(GEN)/reference_countries.c $(GEN)/reference_organizations.c $(GEN)/kind_table.c $(GEN)/cameo_table.c \
            $(GEN)/migrations.c $(GEN)/profiles.c
GEN_OBJ  := $(GEN_SRC:$(GEN)/%.c=$(BUILD)/gen/%.o)
CORE_OBJ := $(CORE:%.c=$(BUILD)/%.o)
CMD_OBJ  := $(CMD:%.c=$(BUILD)/%.o)
# What a unit test of a rank links: everything of its own and lower ranks, the tables from rank 2 on.
LINK0 := $(RANK0:%.c=$(BUILD)/%.o)
LINK1 := $(LINK0) $(RANK1:%.c=$(BUILD)/%.o)
LINK2 := $(LINK1) $(RANK2:%.c=$(BUILD)/%.o) $(GEN_OBJ)
LINK3 := $(LINK2) $(RANK3:%.c=$(BUILD)/%.o)
LINK4 := $(LINK3) $(RANK4:%.c=$(BUILD)/%.o)
LINK5 := $(LINK4) $(RANK5:%.c=$(BUILD)/%.o)
LINK6 := $(LINK5) $(RANK6:%.c=$(BUILD)/%.o)
LINK7 := $(CORE_OBJ) $(GEN_OBJ)
LINK8 := $(LINK7) $(filter-out $(BUILD)/cmd/main.o,$(CMD_OBJ))

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
.SUFFIXES:

all: $(BUILD)/detente ## the program at build/detente (default)
lib: $(BUILD)/libdetente.a $(BUILD)/libdetente.so $(BUILD)/detente.pc ## static and shared library

# ---- packages -----------------------------------------------------------------------------------
PKG_BUILD := gcc libc6-dev libsqlite3-dev libcjson-dev libcsv-dev
PKG_TEST  := libcmocka-dev sqlite3 binutils mandoc python3-jsonschema
install_packages = sh tests/packages.sh $(1)
build/.packages: Makefile
	@mkdir -p build
	@$(call install_packages,$(PKG_BUILD))
	@touch $@
build/.packages-test: build/.packages
	@$(call install_packages,$(PKG_TEST))
	@touch $@
# The sanitizers' runtime of clang has the version of clang in its name.
build/.packages-long: build/.packages-test
	@$(call install_packages,valgrind clang)
	@$(call install_packages,libclang-rt-$$(clang -dumpversion | cut -d . -f 1)-dev)
	@touch $@

# ---- generated sources --------------------------------------------------------------------------
GENERATE := build/gen/generate
GENERATE_SRC := $(wildcard schema/*.c) $(RANK0) $(RANK1) core/model/value.c
$(GENERATE): $(GENERATE_SRC) $(wildcard core/base/*.h core/time/*.h) | build/.packages
	@mkdir -p $(GEN)
	@echo "  GEN    $@"
	$(Q)$(CC) $(STD) -O1 -I. -Icore $(GENERATE_SRC) -lsqlite3 -o $@
$(GEN)/reference_countries.c: schema/countries.csv $(GENERATE)
	$(Q)$(GENERATE) countries $< >$@
$(GEN)/reference_organizations.c: schema/organizations.csv schema/countries.csv $(GENERATE)
	$(Q)$(GENERATE) organizations $< >$@
$(GEN)/kind_table.c: schema/kinds.csv $(GENERATE)
	$(Q)$(GENERATE) kinds $< >$@
$(GEN)/cameo_table.c: schema/cameo.csv $(GENERATE)
	$(Q)$(GENERATE) cameo $< >$@
PROFILES := $(sort $(wildcard schema/profiles/*.json))
$(GEN)/profiles.c: $(PROFILES) $(GENERATE)
	$(Q)$(GENERATE) text profile_builtin $(PROFILES) >$@
MIGRATIONS := $(sort $(wildcard schema/migrations/*.sql))
$(GEN)/migrations.c: $(MIGRATIONS) $(GENERATE)
	$(Q)$(GENERATE) text store_migration $(MIGRATIONS) >$@
	$(Q)$(GENERATE) schema $(MIGRATIONS) >>$@

# ---- objects, library, program ------------------------------------------------------------------
$(BUILD)/%.o: %.c $(BUILD)/.flags | build/.packages
	@mkdir -p $(@D)
	@echo "  CC     $<"
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@
$(BUILD)/gen/%.o: $(GEN)/%.c $(BUILD)/.flags | build/.packages
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -I. -Icore -MMD -MP -c $< -o $@
# Objects are made anew when the compiler or its flags change.
$(BUILD)/.flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(ALL_CFLAGS)' | cmp -s - $@ || echo '$(CC) $(ALL_CFLAGS)' >$@
FORCE:

$(BUILD)/libdetente.a: $(CORE_OBJ) $(GEN_OBJ)
	$(Q)rm -f $@ && ar rcs $@ $^
$(BUILD)/libdetente.so: $(CORE_OBJ) $(GEN_OBJ) core/detente.map
	$(Q)$(CC) -shared $(OPT) $(LDFLAGS) -Wl,-soname,libdetente.so.0 -Wl,--version-script=core/detente.map \
	  $(CORE_OBJ) $(GEN_OBJ) $(LIBS) -o $@
$(BUILD)/detente.pc: Makefile core/detente.h
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$${prefix}/lib' 'includedir=$${prefix}/include' '' \
	  'Name: detente' 'Description: sourced, dated record of what states do to one another' \
	  'Version: $(VERSION)' 'Libs: -L$${libdir} -ldetente' 'Libs.private: $(LIBS)' \
	  'Cflags: -I$${includedir}' >$@
$(BUILD)/detente: $(CMD_OBJ) $(BUILD)/libdetente.a
	@echo "  LD     $@"
	$(Q)$(CC) $(OPT) $(PROGRAM_LINK) $(LDFLAGS) $(CMD_OBJ) $(BUILD)/libdetente.a $(LIBS) -o $@

# ---- the main job -------------------------------------------------------------------------------
demo: $(BUILD)/detente ## import the shipped Canada-China dossier and show its timeline
	@rm -f build/canada-china.db
	build/detente --db build/canada-china.db import fixtures/canada-china
	build/detente --db build/canada-china.db timeline CAN CHN
	@echo
	@echo 'The program is build/detente (make install puts it on the PATH), the record build/canada-china.db. Try:'
	@echo '  build/detente --db build/canada-china.db between 2018-12-01 2018-12-31 --pair CAN,CHN'
	@echo '  build/detente --db build/canada-china.db show CC-M25B'

# ---- tests --------------------------------------------------------------------------------------
# tests/unit/test_<module>.c links the ranks up to the module's own; the table says which.
TEST_RANK0 := slice status arena buffer utf8 number cell hash decimal
TEST_RANK1 := calendar edtf written dated edtf_cases edtf_days
TEST_RANK2 := record kind cameo nearest event reference place resolve country_codes place_files match_order
TEST_RANK3 := input csv json bad_fixtures csv_spectrum query profile_parse profile_read encoded profile_recognise
TEST_RANK4 := store broken postings plans search facets engine integrity history log undo remove
TEST_RANK5 := ask title chain statement office held last differ excerpt stats series measure brief duplicate check dyad
TEST_RANK6 := table json_writer jsonl text text_date shape text_chain text_who diff
TEST_RANK7 := import reimport import_profile shared_data round_trip order_oracle desk_search merge hostile backup change
TEST_RANK8 := args
test_source = $(firstword $(wildcard tests/unit/test_$(1).c tests/property/test_$(1).c))
TESTS :=
define test_rule
ifneq ($(call test_source,$(1)),)
TESTS += $(BUILD)/tests/test_$(1)
$(BUILD)/tests/test_$(1): $(BUILD)/$(patsubst %.c,%.o,$(call test_source,$(1))) $(LINK$(2))
	@mkdir -p $$(@D)
	@echo "  LD     $$@"
	$(Q)$(CC) $(OPT) $(LDFLAGS) $$^ -lcmocka $(LIBS) -o $$@
endif
endef
$(foreach rank,0 1 2 3 4 5 6 7 8,$(foreach t,$(TEST_RANK$(rank)),$(eval $(call test_rule,$(t),$(rank)))))

FUZZERS := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_BIN := $(FUZZERS:%=$(BUILD)/fuzz/replay_%)
$(BUILD)/fuzz/replay_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/replay.o $(LINK7)
	@mkdir -p $(@D)
	$(Q)$(CC) $(OPT) $(LDFLAGS) $^ $(LIBS) -o $@
$(BUILD)/fuzz/live_%: $(BUILD)/tests/fuzz/fuzz_%.o $(LINK7)
	@mkdir -p $(@D)
	$(Q)$(CC) $(OPT) -fsanitize=fuzzer $(LDFLAGS) $^ $(LIBS) -o $@

$(TESTS:$(BUILD)/tests/%=$(BUILD)/tests/unit/%.o): | build/.packages-test

tests: $(TESTS) $(FUZZ_BIN) $(BUILD)/detente ## build all tests
test: build/.packages-test tests lib ## unit, property, transcript, golden, layer, plan and replay tests
	@BUILD='$(BUILD)' DETENTE_TEST_DATA='$(wildcard $(TEST_DATA))' sh tests/run.sh $(TESTS)
.PHONY: all lib demo tests test test-faults check check-warnings check-valgrind layers fuzz golden help clean install format FORCE

check-warnings: build/.packages-long ## gcc and clang, all warnings are errors
	$(Q)$(MAKE) --no-print-directory MODE=check BUILD=build/check-gcc CC=gcc all lib tests
	$(Q)$(MAKE) --no-print-directory MODE=check BUILD=build/check-clang CC=clang all lib tests
check-asan: build/.packages-test ## all tests under the address and undefined behaviour sanitizers
	$(Q)$(MAKE) --no-print-directory MODE=asan test
check-valgrind: build/.packages-long tests ## the unit tests under valgrind
	@BUILD='$(BUILD)' DETENTE_TEST_DATA= sh tests/valgrind.sh $(TESTS)
layers: $(LINK7) $(CMD_OBJ) ## prove the layering on the object files
	@sh tests/layers/layers.sh '$(BUILD)'
# npm packages are for tests only; npm itself comes from Debian where it is missing.
build/npm/node_modules/csv-spectrum:
	@mkdir -p build/npm
	@command -v npm >/dev/null || $(call install_packages,npm)
	cd build/npm && npm install --silent --no-audit --no-fund --no-save csv-spectrum
test-npm: build/npm/node_modules/csv-spectrum $(BUILD)/tests/test_csv_spectrum ## corner cases that others keep in npm packages
	CSV_SPECTRUM=build/npm/node_modules/csv-spectrum $(BUILD)/tests/test_csv_spectrum
# Kills, full disks, failing calls, damaged files.
$(BUILD)/faults/test_faults: $(BUILD)/tests/faults/test_faults.o $(BUILD)/tests/faults/shim.o $(LINK7)
	@mkdir -p $(@D)
	$(Q)$(CC) $(OPT) $(LDFLAGS) $^ $(LIBS) -o $@
$(BUILD)/faults/%: $(BUILD)/tests/faults/%.o
	@mkdir -p $(@D)
	$(Q)$(CC) $(OPT) $(LDFLAGS) $^ -o $@
FAULTS := $(addprefix $(BUILD)/faults/,test_faults kill flip)
test-faults: $(BUILD)/detente $(FAULTS) ## failing calls, at least 200 kills, a full disk, bytes turned over
	@sh tests/faults/faults.sh '$(BUILD)'
FUZZ_SECONDS ?= 20
fuzz: build/.packages-long ## fuzz each parser for FUZZ_SECONDS (needs clang)
	$(Q)$(MAKE) --no-print-directory MODE=fuzz CC=clang $(FUZZERS:%=build/fuzz/fuzz/live_%)
	@sh tests/fuzz/fuzz.sh build/fuzz/fuzz $(FUZZ_SECONDS) $(FUZZERS)
golden: $(BUILD)/detente ## compare golden files; UPDATE=1 rewrites them
	@BUILD='$(BUILD)' UPDATE='$(UPDATE)' sh tests/golden.sh

format: ## clang-format over all C files
	clang-format -i $$(git ls-files '*.c' '*.h')
clean: ## remove build/
	rm -rf build
install: all lib ## install to DESTDIR and PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include \
	  $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 755 $(BUILD)/detente $(DESTDIR)$(PREFIX)/bin/
	install -m 644 $(BUILD)/libdetente.a $(DESTDIR)$(PREFIX)/lib/
	install -m 755 $(BUILD)/libdetente.so $(DESTDIR)$(PREFIX)/lib/libdetente.so.0
	ln -sf libdetente.so.0 $(DESTDIR)$(PREFIX)/lib/libdetente.so
	install -m 644 $(BUILD)/detente.pc $(DESTDIR)$(PREFIX)/lib/pkgconfig/
	install -m 644 core/detente.h $(DESTDIR)$(PREFIX)/include/
	install -m 644 docs/man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -m 644 docs/man/*.5 $(DESTDIR)$(PREFIX)/share/man/man5/
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  %-16s %s\n", $$1, $$2}'

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
