package io.renkei.ports.submissions;

import io.renkei.api.model.ProcedureId;
import java.util.HashSet;
import java.util.List;

/**
 * What a company records of a submission whose data stays in its own store.
 *
 * @param procedures what it is for, 1 to 50
 * @param objects 1 to 100, in the order that gives them their numbers
 * @param permissions 1 to 50, one for each destination
 */
public record SubmissionRecord(List<ProcedureId> procedures, List<DataObject> objects, List<Permission> permissions) {

    private static final int MOST_OBJECTS = 100;
    private static final int MOST_OTHERS = 50;

    /** @throws IllegalArgumentException if there are none or too many of one, or they do not fit each other */
    public SubmissionRecord {
        procedures = List.copyOf(procedures);
        objects = List.copyOf(objects);
        permissions = List.copyOf(permissions);
        requireSome("procedures", procedures, MOST_OTHERS);
        requireSome("objects", objects, MOST_OBJECTS);
        requireSome("permissions", permissions, MOST_OTHERS);
        if (new HashSet<>(procedures).size() < procedures.size()
                || permissions.stream().map(Permission::destination).distinct().count() < permissions.size()) {
            throw new IllegalArgumentException("a procedure and a destination stand once");
        }
        int most = objects.size();
        if (permissions.stream().anyMatch(each -> each.objects().stream().anyMatch(number -> number > most))) {
            throw new IllegalArgumentException("a permission names objects of the record");
        }
    }

    private static void requireSome(String name, List<?> values, int most) {
        if (values.isEmpty() || values.size() > most) {
            throw new IllegalArgumentException(name + " are 1 to " + most);
        }
    }

    @Override
    public String toString() {
        return "SubmissionRecord[" + objects.size() + " objects]";
    }
}
