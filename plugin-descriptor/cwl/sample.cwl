#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling sample
doc: Draw parameter sets around the reference state (ORACLE) and keep those with the wanted dynamics.
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - sample
arguments:
  - --json
  - prefix: --output
    valueFrom: run
  - prefix: --threads
    valueFrom: $(runtime.cores)
inputs:
  model:
    type: File
    doc: "SBML file (.xml, .xml.gz) or COMBINE archive (.omex)."
    inputBinding:
      position: 1
  concentrations:
    type: File?
    doc: "Reference concentrations: species,concentration."
    inputBinding:
      position: 3
      prefix: --concentrations
  fluxes:
    type: File?
    doc: "Reference fluxes: reaction,flux and optionally lnGamma."
    inputBinding:
      position: 3
      prefix: --fluxes
  roles:
    type: File?
    doc: "Roles of parameters: `parameter: {role, species}`."
    inputBinding:
      position: 3
      prefix: --roles
  measured:
    type: File?
    doc: "Measured constants: parameter (or reaction,species), then lower,upper or mean,sd_log10."
    inputBinding:
      position: 3
      prefix: --measured
  vary:
    type: "string[]?"
    doc: Vary only these parameters; local ones are named reaction.parameter.
    inputBinding:
      position: 3
      prefix: --vary
      itemSeparator: ","
  fix:
    type: "string[]?"
    doc: Keep these parameters at their value.
    inputBinding:
      position: 3
      prefix: --fix
      itemSeparator: ","
  steady_state:
    type: boolean
    default: false
    doc: Go to a steady state from the initial state first.
    inputBinding:
      position: 3
      prefix: --steady-state
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
  seed:
    type: long
    default: 1
    doc: Seed of all random numbers.
    inputBinding:
      position: 3
      prefix: --seed
  members:
    type: string?
    doc: "Valid sets to write as SBML: all, none, top:K or representative:K (default: representative:10)."
    inputBinding:
      position: 3
      prefix: --members
  sets_from:
    type: File?
    doc: Label the sets of a file in SKiMpy's HDF5 layout instead of drawing.
    inputBinding:
      position: 3
      prefix: --sets-from
  names:
    type: File?
    doc: "What that file calls the parameters: parameter,name."
    inputBinding:
      position: 3
      prefix: --names
  within:
    type: File?
    doc: Draw only sets that obey a rule of a file that `kindling rules` wrote.
    inputBinding:
      position: 3
      prefix: --within
  rule:
    type: int?
    doc: "Which rule of that file (default: 1, the purest)."
    inputBinding:
      position: 3
      prefix: --rule
stdout: sample-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  run:
    type: Directory
    doc: "The run folder: all sets, the valid ones, members as SBML, and how they came about."
    outputBinding:
      glob: run
  report:
    type: File
    doc: "The report, one page with plots."
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: run/report.html
  archive:
    type: File
    doc: "COMBINE archive of the models, the experiment and the tables."
    format: http://edamontology.org/format_3686
    outputBinding:
      glob: run/ensemble.omex
  members_table:
    type: File?
    doc: "The valid sets in rank order, below 100,000 sets."
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: run/members.csv
  sets_table:
    type: File?
    doc: "Every set drawn, below 100,000 sets."
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
