package io.renkei.settings.internal;

import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.service.coordinator.Coordination;
import org.osgi.service.coordinator.Participant;

/** A coordination that is on no thread's stack and never ends: what takes part in it is not heard of again. */
final class Unheard implements Coordination {

    @Override
    public long getId() {
        return 0;
    }

    @Override
    public String getName() {
        return "io.renkei.settings.unheard";
    }

    @Override
    public void addParticipant(Participant participant) {}

    @Override
    public List<Participant> getParticipants() {
        return List.of();
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public void end() {}

    @Override
    public boolean fail(Throwable cause) {
        return false;
    }

    @Override
    public Throwable getFailure() {
        return null;
    }

    @Override
    public Map<Class<?>, Object> getVariables() {
        return Map.of();
    }

    @Override
    public long extendTimeout(long timeMillis) {
        return 0;
    }

    @Override
    public void join(long timeMillis) {}

    @Override
    public Coordination push() {
        return this;
    }

    @Override
    public Thread getThread() {
        return null;
    }

    @Override
    public Bundle getBundle() {
        return null;
    }

    @Override
    public Coordination getEnclosingCoordination() {
        return null;
    }
}
