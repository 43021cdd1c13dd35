package io.renkei.settings.internal;

import java.util.Collection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.coordinator.Coordination;
import org.osgi.service.coordinator.CoordinationException;
import org.osgi.service.coordinator.Coordinator;
import org.osgi.service.coordinator.Participant;

/**
 * Keeps Config Admin from telling of a change that is none for those who are configured: without it, Declarative Services
 * makes a component anew on each event, also when it is handed what it has. Config Admin holds its notifications back while
 * the calling thread is in a coordination (OSGi Compendium 7, 104.10), and asks for that after it has told the synchronous
 * listeners, in the thread that made the change. A synchronous listener that finds nothing new says so here, and the one
 * notification that follows goes into a coordination that nobody ends. All else is the container's own coordinator.
 */
@Component(
        service = {Coordinator.class, QuietCoordinator.class},
        property = {"service.ranking:Integer=1", "quiet:Boolean=true"})
public final class QuietCoordinator implements Coordinator {

    private final Coordinator coordinator;
    private final ThreadLocal<Boolean> isNothingNew = ThreadLocal.withInitial(() -> false);

    @Activate
    public QuietCoordinator(@Reference(target = "(!(quiet=true))") Coordinator coordinator) {
        this.coordinator = coordinator;
    }

    /**
     * Of the change that the calling thread has just made.
     *
     * @param nothingNew whether everybody who would be told has it already
     */
    void judged(boolean nothingNew) {
        isNothingNew.set(nothingNew);
    }

    @Override
    public Coordination peek() {
        boolean isHeld = isNothingNew.get();
        isNothingNew.remove();
        return isHeld ? new Unheard() : coordinator.peek();
    }

    @Override
    public Coordination create(String name, long timeMillis) {
        return coordinator.create(name, timeMillis);
    }

    @Override
    public Coordination begin(String name, long timeMillis) {
        return coordinator.begin(name, timeMillis);
    }

    @Override
    public Coordination pop() {
        return coordinator.pop();
    }

    @Override
    public boolean fail(Throwable cause) {
        return coordinator.fail(cause);
    }

    @Override
    public boolean addParticipant(Participant participant) throws CoordinationException {
        return coordinator.addParticipant(participant);
    }

    @Override
    public Collection<Coordination> getCoordinations() {
        return coordinator.getCoordinations();
    }

    @Override
    public Coordination getCoordination(long id) {
        return coordinator.getCoordination(id);
    }
}
