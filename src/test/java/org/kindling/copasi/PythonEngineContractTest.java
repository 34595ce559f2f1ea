package org.kindling.copasi;

class PythonEngineContractTest implements RealCopasiContract {

    @Override
    public EngineKind kind() {
        return EngineKind.PYTHON;
    }
}
