#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling generate
doc: "Draw parameter sets from a trained generator, alone or with their spectra and the valid ones as models."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - generate
arguments:
  - --json
  - prefix: --output
    valueFrom: run
  - prefix: --threads
    valueFrom: $(runtime.cores)
inputs:
  generator:
    type: File
    doc: File that `kindling train` wrote (.kgen).
    inputBinding:
      position: 1
  model:
    type: File?
    doc: Another physiology of the same network; without it that of the generator.
    inputBinding:
      position: 2
  concentrations:
    type: File?
    doc: "Reference concentrations of MODEL: species,concentration."
    inputBinding:
      position: 3
      prefix: --concentrations
  fluxes:
    type: File?
    doc: "Reference fluxes of MODEL: reaction,flux and optionally lnGamma."
    inputBinding:
      position: 3
      prefix: --fluxes
  lambda_max:
    type: double?
    doc: "Largest real part of an eigenvalue, per time unit of the model."
    inputBinding:
      position: 3
      prefix: --lambda-max
  lambda_min:
    type: double?
    doc: "Smallest real part of an eigenvalue, per time unit of the model."
    inputBinding:
      position: 3
      prefix: --lambda-min
  tau_min:
    type: string?
    doc: "Shortest dominant time constant, such as 30s; without a unit in the model's."
    inputBinding:
      position: 3
      prefix: --tau-min
  tau_max:
    type: string?
    doc: "Longest dominant time constant, such as 6.7min."
    inputBinding:
      position: 3
      prefix: --tau-max
  tau:
    type: string?
    doc: "Wanted dominant time constant, met within a tenth; short for --tau-min and --tau-max."
    inputBinding:
      position: 3
      prefix: --tau
  date:
    type: string?
    doc: "The date that written files carry, such as 2026-11-21; by default $SOURCE_DATE_EPOCH, else that of the model file."
    inputBinding:
      position: 3
      prefix: --date
  sets:
    type: long
    default: 10000
    doc: How many sets to draw.
    inputBinding:
      position: 3
      prefix: --sets
  screen:
    type: boolean
    default: false
    doc: "Compute the spectrum of every set, and keep the valid ones; by default those that the generator was trained for."
    inputBinding:
      position: 3
      prefix: --screen
  seed:
    type: long
    default: 1
    doc: Seed of all random numbers.
    inputBinding:
      position: 3
      prefix: --seed
  members:
    type: string?
    doc: "With --screen, valid sets to write as SBML: all, none, top:K or representative:K (default: representative:10)."
    inputBinding:
      position: 3
      prefix: --members
  format:
    type:
      - "null"
      - type: enum
        symbols:
          - csv
          - hdf5
    doc: "Without --screen, the form of the table: csv or hdf5 (default: csv below 100,000 sets)."
    inputBinding:
      position: 3
      prefix: --format
stdout: generate-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  run:
    type: Directory
    doc: The sets that were drawn; with --screen a run folder.
    outputBinding:
      glob: run
  report:
    type: File?
    doc: "The report, one page with plots."
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: run/report.html
  archive:
    type: File?
    doc: "COMBINE archive of the models, the experiment and the tables."
    format: http://edamontology.org/format_3686
    outputBinding:
      glob: run/ensemble.omex
  members_table:
    type: File?
    doc: "The valid sets, below 100,000 sets."
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: run/members.csv
  sets_table:
    type: File?
    doc: "Every set, below 100,000 sets."
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: run/sets.csv
  models:
    type: "File[]"
    doc: The chosen members as SBML.
    format: http://edamontology.org/format_2585
    outputBinding:
      glob: run/members/*.xml
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
