package org.kindling.copasi;

class ProgramEngineContractTest implements RealCopasiContract {

    @Override
    public EngineKind kind() {
        return EngineKind.COPASISE;
    }
}
