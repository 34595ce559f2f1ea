package org.kindling.app.cytoscape;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Dictionary;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.cytoscape.application.CyApplicationManager;
import org.cytoscape.model.CyNetwork;
import org.cytoscape.property.CyProperty;
import org.cytoscape.work.ContainsTunables;
import org.cytoscape.work.ObservableTask;
import org.cytoscape.work.TaskFactory;
import org.cytoscape.work.Tunable;
import org.cytoscape.work.json.JSONResult;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/**
 * The framework that Cytoscape is built on, with as much of Cytoscape as the app uses: the API by test doubles, a current network in
 * memory, properties, and commands that are found and filled as Cytoscape does.
 */
@NullUnmarked
final class OsgiCytoscape {

    private static final String VERSION = ";version=\"3.10.3\"";
    private static final String API = Stream.of(
                    "org.cytoscape.application",
                    "org.cytoscape.model",
                    "org.cytoscape.property",
                    "org.cytoscape.service.util",
                    "org.cytoscape.work",
                    "org.cytoscape.work.json")
            .map(name -> name + VERSION)
            .collect(Collectors.joining(","));

    private final Framework framework;
    private final Properties properties = new Properties();
    private CyNetwork current;

    private OsgiCytoscape(Framework framework) {
        this.framework = framework;
    }

    static OsgiCytoscape start(Path cache) throws BundleException {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        cache.toString(),
                        "org.osgi.framework.system.packages.extra",
                        API,
                        // They would have to be taken out of Java again when the framework stops, which Java 17
                        // forbids.
                        "felix.service.urlhandlers",
                        "false"));
        framework.start();
        OsgiCytoscape cytoscape = new OsgiCytoscape(framework);
        BundleContext context = framework.getBundleContext();
        CyApplicationManager application = () -> cytoscape.current;
        context.registerService(CyApplicationManager.class, application, null);
        CyProperty<Properties> settings = () -> cytoscape.properties;
        context.registerService(CyProperty.class, settings, named("cytoscape3.props"));
        return cytoscape;
    }

    @SuppressWarnings("JdkObsolete") // the framework asks for a Dictionary
    private static Dictionary<String, String> named(String name) {
        return new Hashtable<>(Map.of("cyPropertyName", name));
    }

    void show(CyNetwork network) {
        current = network;
    }

    void set(String property, String value) {
        properties.setProperty(property, value);
    }

    Bundle install(Path bundle) throws BundleException {
        return framework.getBundleContext().installBundle(bundle.toUri().toString());
    }

    /** The commands of the app, each with the properties of its service. */
    Collection<ServiceReference<TaskFactory>> commands() {
        try {
            return framework.getBundleContext().getServiceReferences(TaskFactory.class, "(commandNamespace=kindling)");
        } catch (InvalidSyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** A task of a command, with its arguments as a script gives them. */
    ObservableTask task(String command, Map<String, String> arguments) {
        ServiceReference<TaskFactory> reference = commands().stream()
                .filter(service -> service.getProperty("command").equals(command))
                .findFirst()
                .orElseThrow();
        TaskFactory factory = framework.getBundleContext().getService(reference);
        ObservableTask task = (ObservableTask) factory.createTaskIterator().next();
        framework.getBundleContext().ungetService(reference);
        Set<String> left = new HashSet<>(arguments.keySet());
        fill(task, arguments, left);
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(command + " has no arguments " + left);
        }
        return task;
    }

    private static void fill(Object owner, Map<String, String> arguments, Set<String> left) {
        for (Field field : owner.getClass().getFields()) {
            try {
                if (field.isAnnotationPresent(ContainsTunables.class)) {
                    fill(field.get(owner), arguments, left);
                } else if (field.isAnnotationPresent(Tunable.class) && left.remove(field.getName())) {
                    field.set(owner, converted(field.getType(), arguments.get(field.getName())));
                }
            } catch (IllegalAccessException hidden) {
                throw new IllegalStateException(field + " cannot be filled by Cytoscape", hidden);
            }
        }
    }

    private static Object converted(Class<?> type, String text) {
        if (type.equals(File.class)) {
            return new File(text);
        }
        if (type.equals(boolean.class)) {
            return Boolean.valueOf(text);
        }
        if (type.equals(long.class)) {
            return Long.valueOf(text);
        }
        return type.equals(int.class) ? (Object) Integer.valueOf(text) : text;
    }

    /** Runs a command to its end, and gives its answer as JSON. */
    String run(String command, Map<String, String> arguments) throws Exception {
        ObservableTask task = task(command, arguments);
        task.run(new SilentMonitor());
        return json(task);
    }

    static String json(ObservableTask task) {
        JSONResult result = task.getResults(JSONResult.class);
        return result.getJSON();
    }

    /** A framework that is not stopped leaves threads behind, whatever happened before. */
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
