package org.kindling.copasi.worker;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads COPASI's classes from its jar, and tells them where their native library is. */
final class CopasiClasses extends URLClassLoader {

    private static final String PACKAGE = "org.COPASI.";

    private final Path library;

    private CopasiClasses(Path jar, Path library) throws IOException {
        super(new URL[] {jar.toUri().toURL()}, CopasiClasses.class.getClassLoader());
        this.library = library;
    }

    /**
     * The classes of a jar, ready to be used.
     *
     * @throws IOException if the jar or this program's own classes cannot be read
     * @throws UnsatisfiedLinkError if the native library cannot be loaded, with the reason
     */
    static CopasiClasses of(Path jar, Path library) throws IOException {
        CopasiClasses classes = new CopasiClasses(jar.toAbsolutePath(), library.toAbsolutePath());
        classes.loadLibrary();
        return classes;
    }

    private void loadLibrary() throws IOException {
        try {
            probe().getMethod("load", String.class).invoke(null, library.toString());
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof UnsatisfiedLinkError reason) {
                throw reason;
            }
            throw new IllegalStateException("Loading " + library + " failed.", failed);
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException("The probe is not as it was compiled.", wrong);
        }
    }

    /** The probe, defined by this loader and not by its parent, which knows it too. */
    private Class<?> probe() throws IOException {
        String name = NativeProbe.class.getName();
        String file = "/" + name.replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(NativeProbe.class.getResourceAsStream(file))) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    @Override
    protected @Nullable String findLibrary(String name) {
        return name.equals("CopasiJava") ? library.toString() : super.findLibrary(name);
    }

    /** One of COPASI's classes, by its simple name. */
    Class<?> type(String name) {
        try {
            return loadClass(PACKAGE + name);
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException("COPASI's jar has no class " + name + ".", absent);
        }
    }

    /** A constant of COPASI's. Their values change between versions, so none is compiled in. */
    int constant(String type, String name) {
        try {
            return type(type).getField(name).getInt(null);
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException("COPASI has no " + type + "." + name + ".", absent);
        }
    }

    /** Calls a static method. */
    Foreign call(String type, String method, Object... arguments) throws CopasiError {
        return Foreign.callStatic(type(type), method, arguments);
    }

    /** A new object of one of COPASI's classes. */
    Foreign create(String type) {
        try {
            return Foreign.of(type(type).getConstructor().newInstance());
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException("COPASI cannot create a " + type + ".", absent);
        }
    }
}
