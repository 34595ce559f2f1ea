package org.kindling.app.cytoscape;

import java.util.Optional;
import java.util.Properties;
import org.cytoscape.application.CyApplicationManager;
import org.cytoscape.property.CyProperty;
import org.cytoscape.service.util.AbstractCyActivator;
import org.cytoscape.work.TaskFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/**
 * Starts and stops the app. Each command is a service, so that it is at once in the menu, in Cytoscape's command language, and in
 * CyREST, which py4cytoscape and RCy3 speak. It needs no other app, and nothing that comes later than Cytoscape's own services.
 */
public final class KindlingApp extends AbstractCyActivator {

    private @Nullable RunningCommands running;

    @Override
    public void start(BundleContext context) {
        RunningCommands commands = new RunningCommands();
        running = commands;
        CyApplicationManager application = getService(context, CyApplicationManager.class);
        CyProperty<?> settings = getService(context, CyProperty.class, "(cyPropertyName=cytoscape3.props)");
        Host host = new Host(commands, application, () -> setting(settings, Distribution.SETTING));
        for (CommandFactory factory : CommandFactory.all(host)) {
            registerService(context, factory, TaskFactory.class, factory.properties());
        }
    }

    private static Optional<String> setting(CyProperty<?> settings, String name) {
        return settings.getProperties() instanceof Properties properties
                ? Optional.ofNullable(properties.getProperty(name))
                : Optional.empty();
    }

    /** Ends what runs before the bundle's classes are gone. */
    @Override
    public void shutDown() {
        if (running != null) {
            running.close();
        }
    }
}
