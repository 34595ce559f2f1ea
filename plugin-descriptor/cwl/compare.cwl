#!/usr/bin/env cwl-runner
# Written by `kindling descriptors cwl`; changes here are lost.
cwlVersion: v1.2
class: CommandLineTool
label: kindling compare
doc: "Compare time courses, rest at the steady state and eigenvalues with COPASI's (exit code 1 if they differ, or a member could not be compared)."
hints:
  SoftwareRequirement:
    packages:
      kindling:
        version:
          - 0.1.0-SNAPSHOT
baseCommand:
  - kindling
  - compare
arguments:
  - --json
  - prefix: --output
    valueFrom: comparison
  - prefix: --workers
    valueFrom: $(runtime.cores)
inputs:
  run_or_model:
    type:
      - File
      - Directory
    doc: "A run folder, or an SBML file as one member."
    inputBinding:
      position: 1
  copasi:
    type: string?
    doc: "COPASI's Java bindings: a folder, or copasi.jar and the native library joined as on the class path (default: $KINDLING_COPASI)."
    inputBinding:
      position: 3
      prefix: --copasi
  copasi_se:
    type: string?
    doc: "The program CopasiSE (default: $KINDLING_COPASI_SE, else on the PATH)."
    inputBinding:
      position: 3
      prefix: --copasi-se
  python:
    type: string?
    doc: "A Python with python-copasi (default: $KINDLING_COPASI_PYTHON, else python3 on the PATH)."
    inputBinding:
      position: 3
      prefix: --python
  members:
    type: string?
    doc: "all, top:K, representative:K, or K for top:K (default: all)."
    inputBinding:
      position: 3
      prefix: --members
  engine:
    type:
      - "null"
      - type: enum
        symbols:
          - bindings
          - copasise
          - python
    doc: "bindings, copasise or python; by default the first that is found."
    inputBinding:
      position: 3
      prefix: --engine
  timeout:
    type: long
    default: 60
    doc: Seconds that COPASI may take for one request.
    inputBinding:
      position: 3
      prefix: --timeout
  memory:
    type: int
    default: 2048
    doc: "Memory of one COPASI process, on Linux only."
    inputBinding:
      position: 3
      prefix: --memory
  perturbation:
    type: double
    default: 2.0
    doc: Species are multiplied by factors from 1/F to F at the start.
    inputBinding:
      position: 3
      prefix: --perturbation
  points:
    type: int
    default: 60
    doc: Times compared.
    inputBinding:
      position: 3
      prefix: --points
  duration:
    type: string?
    doc: "How long is simulated, such as 30min (default: 1h)."
    inputBinding:
      position: 3
      prefix: --duration
  rtol:
    type: double
    default: 1.0E-9
    doc: Relative tolerance of both sides.
    inputBinding:
      position: 3
      prefix: --rtol
  tolerance:
    type: double
    default: 1.0E-6
    doc: Largest relative deviation of a time course that passes.
    inputBinding:
      position: 3
      prefix: --tolerance
  seed:
    type: long
    default: 1
    doc: Seed of the disturbances.
    inputBinding:
      position: 3
      prefix: --seed
  no_search:
    type: boolean
    default: false
    doc: "Leave out COPASI's own search for a steady state, which takes most of the time."
    inputBinding:
      position: 3
      prefix: --no-search
stdout: compare-summary.json
outputs:
  summary:
    type: stdout
    doc: "What came out, as one JSON object."
    format: http://edamontology.org/format_3464
  comparison:
    type: Directory
    doc: The folder of the comparison.
    outputBinding:
      glob: comparison
  report:
    type: File
    doc: "The comparison, one page with plots."
    format: http://edamontology.org/format_2331
    outputBinding:
      glob: comparison/compare.html
  members_table:
    type: File
    doc: One row a member.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: comparison/members.csv
  species_table:
    type: File
    doc: The worst deviation of each species.
    format: http://edamontology.org/format_3752
    outputBinding:
      glob: comparison/species.csv
successCodes:
  - 0
temporaryFailCodes:
  - 3
permanentFailCodes:
  - 1
  - 2
  - 70
