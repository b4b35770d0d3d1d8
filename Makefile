# Docket: everything a developer or an office types. System packages are named in scripts/setup.sh.

PREFIX ?= /usr/local
PATIENTS ?= 100
SEED ?= 42

.PHONY: help setup build release demo test soak faults bench fuzz install format lint clean

help:
	@echo "make demo              a sample office, made once, in the workstation"
	@echo "make test              every test; installs what the machine lacks first"
	@echo "make soak              every seed of the random offices; takes as long as it takes"
	@echo "make faults            kill and disk faults at every write (needs sqlite3, cc)"
	@echo "make bench             the numbers of the plan, each beside its floor"
	@echo "make fuzz              hostile files, with coverage"
	@echo "make install PREFIX=…  the program, its themes, man page and completions"
	@echo "make format, make lint"

setup:
	@scripts/setup.sh

build: setup
	swift build --product docket

release: setup
	swift build -c release --product docket

demo: release
	@$$(swift build -c release --show-bin-path)/docket demo --patients $(PATIENTS) --seed $(SEED)

test: setup
	swift build --build-tests
	swift test --skip-build

soak: setup
	swift build --build-tests
	DOCKET_SOAK=1 swift test --skip-build --filter '^OperationsTests\.'

faults: release
	Tests/Faults/run.sh

bench: release
	Benchmarks/run.sh

fuzz: setup
	Fuzz/run.sh

install: release
	scripts/install.sh "$(PREFIX)"

format:
	swift format --in-place --parallel --recursive Sources Tests Package.swift

lint:
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

clean:
	swift package clean
