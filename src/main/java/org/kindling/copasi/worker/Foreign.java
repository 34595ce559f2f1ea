package org.kindling.copasi.worker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A value of COPASI's, used by reflection. */
final class Foreign {

    private static final Map<List<Object>, Method> METHODS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(
            boolean.class, Boolean.class,
            int.class, Integer.class,
            long.class, Long.class,
            double.class, Double.class);

    private final @Nullable Object value;

    private Foreign(@Nullable Object value) {
        this.value = value;
    }

    static Foreign of(Object value) {
        return new Foreign(value);
    }

    static Foreign callStatic(Class<?> type, String name, Object... arguments) throws CopasiError {
        return invoke(type, null, name, arguments);
    }

    /** Calls a method; arguments that are foreign are handed over as what they hold. */
    Foreign call(String name, Object... arguments) throws CopasiError {
        Object target = object();
        return invoke(target.getClass(), target, name, arguments);
    }

    private static Foreign invoke(Class<?> type, @Nullable Object target, String name, Object... arguments)
            throws CopasiError {
        Object[] plain = Arrays.stream(arguments)
                .map(argument -> argument instanceof Foreign foreign ? foreign.object() : argument)
                .toArray();
        try {
            return new Foreign(method(type, name, plain).invoke(target, plain));
        } catch (InvocationTargetException thrown) {
            throw new CopasiError(Objects.requireNonNullElse(thrown.getCause(), thrown));
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException("COPASI's method " + name + " is not public.", hidden);
        }
    }

    private static Method method(Class<?> type, String name, Object... arguments) {
        List<Class<?>> given =
                Arrays.stream(arguments).<Class<?>>map(Object::getClass).toList();
        return METHODS.computeIfAbsent(
                List.of(type, name, given),
                key -> Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(name) && takes(method, given))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "COPASI's " + type.getSimpleName() + " has no " + name + ".")));
    }

    private static boolean takes(Method method, List<Class<?>> given) {
        Class<?>[] parameters = method.getParameterTypes();
        boolean fits = parameters.length == given.size();
        for (int k = 0; fits && k < parameters.length; k++) {
            fits = WRAPPERS.getOrDefault(parameters[k], parameters[k]).isAssignableFrom(given.get(k));
        }
        return fits;
    }

    private Object object() {
        if (value == null) {
            throw new IllegalStateException("COPASI gave nothing where something is needed.");
        }
        return value;
    }

    double number() {
        return (Double) object();
    }

    int code() {
        return (Integer) object();
    }

    long count() {
        return (Long) object();
    }

    boolean yes() {
        return (Boolean) object();
    }

    String text() {
        return object().toString();
    }
}
