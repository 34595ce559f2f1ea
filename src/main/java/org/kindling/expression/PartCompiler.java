package org.kindling.expression;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Cuts straight-line code into parts and makes a hidden class of each. */
final class PartCompiler {

    /**
     * Steps in one part. HotSpot leaves methods of more than 8,000 bytes to its interpreter; the longest step takes 46 (three
     * operands loaded and kept, a call, the result kept and shared). On the E. coli model 50 to 600 steps are equally fast,
     * 1,130 to 1,250 ns, and short parts are the first that HotSpot compiles.
     */
    static final int STEPS = 100;

    /**
     * Something to do in order: compute a value or, where {@code output} is not negative, store it there.
     *
     * @param value its number
     * @param output the output, or -1
     */
    private record Step(int value, int output) {

        boolean computes() {
            return output < 0;
        }
    }

    private final ValueNumbering numbering;
    private final List<Instruction> code;
    private final double[] constants;
    private final List<Step> steps = new ArrayList<>();

    /** The place of a value in the array that the parts share; -1 if no other part needs it. */
    private final int[] place;

    private int shared;

    PartCompiler(ValueNumbering numbering) {
        this.numbering = numbering;
        this.code = numbering.code();
        this.constants = numbering.constants();
        this.place = new int[numbering.inputs() + code.size()];
        Arrays.fill(place, -1);
        order();
        share();
    }

    /** Stores each output as soon as it is known, while it is at hand. */
    private void order() {
        int[] outputs = numbering.outputs();
        List<List<Integer>> outputsOf = new ArrayList<>();
        code.forEach(instruction -> outputsOf.add(new ArrayList<>()));
        for (int output = 0; output < outputs.length; output++) {
            if (isComputed(outputs[output])) {
                outputsOf.get(outputs[output] - numbering.inputs()).add(output);
            } else {
                steps.add(new Step(outputs[output], output));
            }
        }
        for (int position = 0; position < code.size(); position++) {
            int value = numbering.inputs() + position;
            steps.add(new Step(value, -1));
            outputsOf.get(position).forEach(output -> steps.add(new Step(value, output)));
        }
    }

    /** Gives a place to each value that is used in another part than its own. */
    private void share() {
        int[] home = new int[place.length];
        for (int index = 0; index < steps.size(); index++) {
            Step step = steps.get(index);
            int part = index / STEPS;
            if (step.computes()) {
                home[step.value()] = part;
            }
            operands(step)
                    .filter(value -> isComputed(value) && home[value] != part && place[value] < 0)
                    .forEach(value -> place[value] = shared++);
        }
    }

    private boolean isComputed(int value) {
        return value >= numbering.inputs();
    }

    private Instruction instruction(Step step) {
        return code.get(step.value() - numbering.inputs());
    }

    private IntStream operands(Step step) {
        if (!step.computes()) {
            return IntStream.of(step.value());
        }
        Instruction instruction = instruction(step);
        return IntStream.of(instruction.first(), instruction.second(), instruction.third())
                .distinct();
    }

    /** The number of values that parts share. */
    int shared() {
        return shared;
    }

    Part[] compile() {
        int parts = (steps.size() + STEPS - 1) / STEPS;
        return IntStream.range(0, parts)
                .mapToObj(part -> steps.subList(part * STEPS, Math.min(steps.size(), (part + 1) * STEPS)))
                .map(this::part)
                .toArray(Part[]::new);
    }

    private Part part(List<Step> some) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String superclass = Type.getInternalName(Object.class);
        writer.visit(V17, ACC_FINAL, Type.getInternalName(Part.class) + "$Generated", null, superclass, new String[] {
            Type.getInternalName(Part.class)
        });
        MethodVisitor constructor = writer.visitMethod(0, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, superclass, "<init>", "()V", false);
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        PartMethod method = new PartMethod(
                writer.visitMethod(ACC_PUBLIC, "run", PartMethod.DESCRIPTOR, null, null), constants, place);
        for (Step step : some) {
            if (step.computes()) {
                method.compute(instruction(step));
            } else {
                method.store(step.value(), step.output());
            }
        }
        method.end();
        writer.visitEnd();
        return define(writer.toByteArray());
    }

    private static Part define(byte[] bytes) {
        try {
            return (Part) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Generated code could not be loaded.", e);
        }
    }
}
