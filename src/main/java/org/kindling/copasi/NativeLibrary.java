package org.kindling.copasi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the header of a native library says of the machine that it is made for.
 *
 * @param system the system whose format it has; empty if it has none that is known
 * @param architectures what processors it is made for; several for a universal library of macOS
 */
record NativeLibrary(Optional<Platform> system, List<String> architectures) {

    /** Enough for the header of any format. */
    private static final int HEADER = 4096;

    /** e_machine of the ELF format. */
    private static final Map<Integer, String> ELF_MACHINES =
            Map.of(0x03, "x86", 0x28, "arm", 0x3e, "x86_64", 0xb7, "aarch64", 0x15, "ppc64", 0xf3, "riscv64");

    /** cputype of the Mach-O format. */
    private static final Map<Integer, String> MACH_MACHINES =
            Map.of(0x7, "x86", 0x0100_0007, "x86_64", 0x0100_000c, "aarch64");

    /** Machine of the PE format. */
    private static final Map<Integer, String> PE_MACHINES =
            Map.of(0x014c, "x86", 0x8664, "x86_64", 0xaa64, "aarch64", 0x01c4, "arm");

    private static final int ELF = 0x7f454c46;
    private static final int MACH_32 = 0xcefaedfe;
    private static final int MACH_64 = 0xcffaedfe;
    private static final int MACH_UNIVERSAL = 0xcafebabe;
    private static final int DOS = 0x4d5a;
    private static final int PE = 0x50450000;

    /** A system with a format of its own. */
    enum Platform {
        /** ELF; other Unixes use it too. */
        LINUX("Linux"),
        /** Mach-O. */
        MACOS("macOS"),
        /** PE. */
        WINDOWS("Windows");

        private final String words;

        Platform(String words) {
            this.words = words;
        }
    }

    /**
     * A system and its processor.
     *
     * @param system the system
     * @param architecture the processor, in the words used for libraries
     */
    record Target(Platform system, String architecture) {

        static Target ofThisMachine() {
            return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        }

        /** A machine as Java calls it. */
        static Target of(String name, String architecture) {
            String lower = name.toLowerCase(Locale.ROOT);
            Platform system = lower.startsWith("mac")
                    ? Platform.MACOS
                    : lower.startsWith("win") ? Platform.WINDOWS : Platform.LINUX;
            return new Target(
                    system,
                    switch (architecture) {
                        case "amd64", "x86_64", "x64" -> "x86_64";
                        case "aarch64", "arm64" -> "aarch64";
                        case "i386", "i586", "i686", "x86" -> "x86";
                        case "ppc64le" -> "ppc64";
                        default -> architecture;
                    });
        }
    }

    NativeLibrary {
        architectures = List.copyOf(architectures);
    }

    static NativeLibrary of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(ByteBuffer.wrap(in.readNBytes(HEADER)));
        }
    }

    /** Reads a header, big-endian where its format does not say otherwise. */
    private static NativeLibrary of(ByteBuffer header) {
        if (header.remaining() < 64) {
            return new NativeLibrary(Optional.empty(), List.of());
        }
        int magic = header.getInt(0);
        if (magic == ELF) {
            header.order(header.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            return of(Platform.LINUX, ELF_MACHINES, Short.toUnsignedInt(header.getShort(18)));
        }
        if (magic == MACH_32 || magic == MACH_64) {
            return of(
                    Platform.MACOS,
                    MACH_MACHINES,
                    header.order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        }
        if (magic == MACH_UNIVERSAL) {
            return universal(header);
        }
        return magic >>> 16 == DOS ? portable(header) : new NativeLibrary(Optional.empty(), List.of());
    }

    private static NativeLibrary of(Platform system, Map<Integer, String> names, int machine) {
        String name = names.getOrDefault(machine, "machine 0x" + Integer.toHexString(machine));
        return new NativeLibrary(Optional.of(system), List.of(name));
    }

    private static NativeLibrary universal(ByteBuffer header) {
        List<String> architectures = new ArrayList<>();
        int entries = Math.min(header.getInt(4), (header.limit() - 8) / 20);
        for (int entry = 0; entry < entries; entry++) {
            architectures.addAll(of(Platform.MACOS, MACH_MACHINES, header.getInt(8 + 20 * entry)).architectures);
        }
        return new NativeLibrary(Optional.of(Platform.MACOS), architectures);
    }

    private static NativeLibrary portable(ByteBuffer header) {
        int place = header.order(ByteOrder.LITTLE_ENDIAN).getInt(0x3c);
        boolean within = place >= 0 && place <= header.limit() - 6;
        if (!within || header.order(ByteOrder.BIG_ENDIAN).getInt(place) != PE) {
            return new NativeLibrary(Optional.empty(), List.of());
        }
        int machine = Short.toUnsignedInt(header.order(ByteOrder.LITTLE_ENDIAN).getShort(place + 4));
        return of(Platform.WINDOWS, PE_MACHINES, machine);
    }

    /** Why it cannot be loaded on a machine, to follow its name; empty if nothing speaks against it. */
    Optional<String> mismatch(Target target) {
        if (system.isEmpty()) {
            return Optional.of("is no native library; perhaps it was not fetched whole");
        }
        if (system.get() != target.system()) {
            return Optional.of("is made for " + system.get().words + ", and this is " + target.system().words);
        }
        if (!architectures.contains(target.architecture())) {
            return Optional.of("is made for " + String.join(" and ", architectures)
                    + " processors, and this Java runs on " + target.architecture());
        }
        return Optional.empty();
    }
}
