package org.cytoscape.service.util;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Properties;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public abstract class AbstractCyActivator implements BundleActivator {

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final List<ServiceReference<?>> used = new ArrayList<>();

    @Override
    public final void stop(BundleContext context) {
        shutDown();
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
        used.forEach(context::ungetService);
        used.clear();
    }

    public void shutDown() {}

    protected final <S> S getService(BundleContext context, Class<S> type) {
        return service(context, type, context.getServiceReference(type));
    }

    protected final <S> S getService(BundleContext context, Class<S> type, String filter) {
        try {
            return service(
                    context,
                    type,
                    context.getServiceReferences(type, filter).stream()
                            .findFirst()
                            .orElse(null));
        } catch (InvalidSyntaxException invalid) {
            throw new IllegalArgumentException(filter, invalid);
        }
    }

    private <S> S service(BundleContext context, Class<S> type, ServiceReference<S> reference) {
        if (reference == null) {
            throw new IllegalStateException("There is no service " + type.getName() + ".");
        }
        used.add(reference);
        return context.getService(reference);
    }

    @SuppressWarnings("JdkObsolete") // the framework asks for a Dictionary
    protected final void registerService(
            BundleContext context, Object service, Class<?> serviceClass, Properties properties) {
        Dictionary<String, Object> values = new Hashtable<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        registrations.add(context.registerService(serviceClass.getName(), service, values));
    }
}
