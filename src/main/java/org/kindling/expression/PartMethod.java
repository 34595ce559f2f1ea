package org.kindling.expression;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.DDIV;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DNEG;
import static org.objectweb.asm.Opcodes.DREM;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.SIPUSH;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the method of one {@link Part}. Every value that the method meets has a local variable of its own; the virtual
 * machine's compiler decides which of them live in registers.
 */
final class PartMethod {

    /** Parameters and result of {@link Part#run}. */
    static final String DESCRIPTOR = "([D[D[D)V";

    // The local variables of the method: itself, its parameters, then the values, which take two places each.
    private static final int INPUTS = 1;
    private static final int SHARED = 2;
    private static final int OUTPUTS = 3;
    private static final int FIRST_VALUE = 4;

    private final MethodVisitor method;
    private final double[] constants;
    private final int[] place;
    private final Map<Integer, Integer> variable = new HashMap<>();

    /**
     * Begins the method.
     *
     * @param method receives the code
     * @param constants the constants, that of value -1 first
     * @param place where the parts share a computed value; -1 if they do not
     */
    PartMethod(MethodVisitor method, double[] constants, int[] place) {
        this.method = method;
        this.constants = constants;
        this.place = place;
        method.visitCode();
    }

    /** Computes a value and shares it if another part needs it. */
    void compute(Instruction instruction) {
        operate(instruction);
        keep(instruction.target());
        if (place[instruction.target()] >= 0) {
            method.visitVarInsn(ALOAD, SHARED);
            index(place[instruction.target()]);
            load(instruction.target());
            method.visitInsn(DASTORE);
        }
    }

    /** Stores a value as an output. */
    void store(int value, int output) {
        method.visitVarInsn(ALOAD, OUTPUTS);
        index(output);
        load(value);
        method.visitInsn(DASTORE);
    }

    void end() {
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private void operate(Instruction instruction) {
        switch (instruction.operator()) {
            case ADD -> binary(instruction, DADD);
            case SUBTRACT -> binary(instruction, DSUB);
            case MULTIPLY -> binary(instruction, DMUL);
            case DIVIDE -> binary(instruction, DDIV);
            case REMAINDER -> binary(instruction, DREM);
            case NEGATE -> {
                load(instruction.first());
                method.visitInsn(DNEG);
            }
            case SQRT -> function(instruction, "sqrt");
            case EXP -> function(instruction, "exp");
            case LN -> function(instruction, "log");
            case POWER -> {
                load(instruction.first());
                load(instruction.second());
                method.visitMethodInsn(INVOKESTATIC, Type.getInternalName(Math.class), "pow", "(DD)D", false);
            }
            case SELECT -> {
                load(instruction.first());
                load(instruction.second());
                load(instruction.third());
                method.visitMethodInsn(INVOKESTATIC, Type.getInternalName(Operator.class), "select", "(DDD)D", false);
            }
            default -> other(instruction);
        }
    }

    private void binary(Instruction instruction, int opcode) {
        load(instruction.first());
        load(instruction.second());
        method.visitInsn(opcode);
    }

    private void function(Instruction instruction, String name) {
        load(instruction.first());
        method.visitMethodInsn(INVOKESTATIC, Type.getInternalName(Math.class), name, "(D)D", false);
    }

    /** What is rare in rate laws is left to the operator. */
    private void other(Instruction instruction) {
        String owner = Type.getInternalName(Operator.class);
        method.visitFieldInsn(GETSTATIC, owner, instruction.operator().name(), Type.getDescriptor(Operator.class));
        load(instruction.first());
        load(instruction.second());
        method.visitMethodInsn(INVOKEVIRTUAL, owner, "apply", "(DD)D", false);
    }

    /** Puts a value on the stack; one that comes from outside is kept when it is met first. */
    private void load(int value) {
        Integer known = variable.get(value);
        if (value < 0) {
            method.visitLdcInsn(constants[-1 - value]);
        } else if (known != null) {
            method.visitVarInsn(DLOAD, known);
        } else {
            boolean isShared = place[value] >= 0;
            method.visitVarInsn(ALOAD, isShared ? SHARED : INPUTS);
            index(isShared ? place[value] : value);
            method.visitInsn(DALOAD);
            method.visitInsn(DUP2);
            keep(value);
        }
    }

    private void keep(int value) {
        int local = FIRST_VALUE + 2 * variable.size();
        variable.put(value, local);
        method.visitVarInsn(DSTORE, local);
    }

    private void index(int index) {
        if (index <= Byte.MAX_VALUE) {
            method.visitIntInsn(BIPUSH, index);
        } else if (index <= Short.MAX_VALUE) {
            method.visitIntInsn(SIPUSH, index);
        } else {
            method.visitLdcInsn(index);
        }
    }
}
