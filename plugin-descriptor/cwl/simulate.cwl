#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling simulate
doc: "Integrate a model, members of a run, or what a SED-ML file describes."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - simulate
arguments:
  - --json
  - prefix: --output
    valueFrom: simulation
inputs:
  subject:
    type:
      - File
      - Directory
    doc: "SBML file, run folder, COMBINE archive (.omex) or SED-ML file (.sedml)."
    inputBinding:
      position: 1
  members:
    type: string?
    doc: "Members of a run: all, top:K or representative:K (default: representative:10)."
    inputBinding:
      position: 3
      prefix: --members
  end:
    type: string?
    doc: "The last time, such as 10min; without a unit in the model's."
    inputBinding:
      position: 3
      prefix: --end
  start:
    type: string?
    doc: "The first time that is recorded (default: 0)."
    inputBinding:
      position: 3
      prefix: --start
  steps:
    type: int
    default: 200
    doc: Intervals between the first and the last time.
    inputBinding:
      position: 3
      prefix: --steps
  rtol:
    type: double?
    doc: "Relative tolerance (default: 1e-6)."
    inputBinding:
      position: 3
      prefix: --rtol
  atol:
    type: double?
    doc: "Absolute tolerance as a share of each initial value (default: a millionth of the relative one)."
    inputBinding:
      position: 3
      prefix: --atol
  set:
    type:
      - "null"
      - type: array
        items: string
        inputBinding:
          prefix: --set
    doc: "Another value of a parameter, compartment or species, as ID=VALUE; local parameters are reaction.parameter."
    inputBinding:
      position: 3
  columns:
    type: "string[]?"
    doc: "What to record (default: everything that changes)."
    inputBinding:
      position: 3
      prefix: --columns
      itemSeparator: ","
  fluxes:
    type: boolean
    default: false
    doc: Record the rates of all reactions as well.
    inputBinding:
      position: 3
      prefix: --fluxes
stdout: simulate-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  simulation:
    type: Directory
    doc: The folder with the time courses.
    outputBinding:
      glob: simulation
  courses:
    type: "File[]"
    doc: The time courses; of a SED-ML file one table a task.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: simulation/*.csv
  report:
    type: File?
    doc: The time courses as one page of plots.
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: simulation/timecourse.html
  archive:
    type: File?
    doc: COMBINE archive with the model and the experiment.
    format: http://edamontology.org/format_3686
    outputBinding:
      glob: simulation/simulation.omex
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
