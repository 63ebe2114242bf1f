package dev.callboard.acceptance.operations;

import java.util.List;
import java.util.Map;

/** Who works on The Salt Road, in which department, role and unit. */
final class CrewScene {
    private final Story story;
    private final Actor ana;

    CrewScene(Story story) {
        this.story = story;
        this.ana = story.ana;
    }

    void play() {
        units();
        departments();
        roles();
        crew();
        members();
        ana.get(story.project("/headcount"));
    }

    private void units() {
        var units = story.project("/units");
        ana.get(units);
        var second = ana.post(units, Map.of("name", "Second unit")).field("id");
        ana.postIsRefused(409, units, Map.of("name", "Second unit"));
        story.unit = ana.post(units, Map.of("name", "Night unit")).field("id");
        var entity = units + "/" + second;
        listedChange(units, entity, Map.of("name", "Splinter unit"));
        listedChangeIsRefused(units, entity, Map.of("name", "Night unit"));
    }

    private void departments() {
        var departments = story.project("/departments");
        var grip = ana.post(departments, Map.of("name", "Grip")).field("id");
        ana.postIsRefused(409, departments, Map.of("name", "Grip"));
        var camera = ana.post(departments, Map.of("name", "Camera")).field("id");
        ana.get(departments);
        ana.patch(departments + "/" + grip, Map.of("contact", "+46701740606"));
        ana.changeIsRefused(409, "PATCH", departments + "/" + grip, departments + "/" + grip, Map.of("name", "Camera"));
        ana.delete(departments + "/" + camera);
        story.department = grip;
    }

    private void roles() {
        var roles = story.project("/roles");
        var grip = ana.post(roles, Map.of("name", "grip")).field("id");
        ana.postIsRefused(409, roles, Map.of("name", "grip"));
        ana.get(roles);
        listedChange(roles, roles + "/" + grip, Map.of("shortName", "g"));
    }

    private void crew() {
        var crew = story.project("/crew");
        story.zoe = ana.post(crew, person("zoe", "E2")).field("id");
        ana.postIsRefused(409, crew, person("zoe", "E2"));
        ana.csv(crew + "/import", """
                email,given_name,family_name,phone,locale,department,roles,employee_no
                %s,Bo,Nyström,,sv-SE,Grip,grip,
                max.%s@post.example,Max,Vall,,sv-SE,Grip,grip,E3
                lena.%s@post.example,Lena,Ek,,sv-SE,Grip,grip,E4
                """.formatted(story.bo.email(), story.run, story.run));
        for (var entry : ana.get(crew).json().get("items")) {
            if (entry.get("givenName").asText().equals("Bo"))
                story.bosEntry = entry.get("id").asText();
            if (entry.get("givenName").asText().equals("Max"))
                story.max = entry.get("id").asText();
            if (entry.get("givenName").asText().equals("Lena"))
                story.lena = entry.get("id").asText();
        }
        story.bo.post(crew + "/claims", null);
        ana.patch("/crew/" + story.zoe, Map.of("familyName", "Müller", "castNumber", "8", "diet", "vegetarian"));
        ana.changeIsRefused(
                409, "PATCH", "/crew/" + story.zoe, "/crew/" + story.zoe, Map.of("email", story.bo.email()));
        ana.delete("/crew/" + ana.post(crew, person("gone", "E9")).field("id"));
        var grip = story.project("/departments/" + story.department);
        ana.changeIsRefused(409, "DELETE", grip, grip, null);
    }

    private Map<String, Object> person(String name, String employeeNo) {
        return Map.of(
                "email",
                name + "." + story.run + "@post.example",
                "givenName",
                "Zoë",
                "employeeNo",
                employeeNo,
                "departmentId",
                story.department,
                "roles",
                List.of("grip"));
    }

    private void members() {
        var members = story.project("/members");
        ana.get(members);
        var guest = Map.of(
                "email",
                "guest." + story.run + "@post.example",
                "right",
                "GUEST",
                "until",
                story.today().plusDays(3).toString());
        var made = ana.post(members, guest).field("id");
        story.client.carryOut(Request.of(ana, "DELETE", members + "/" + made));
    }

    /** Some entities have no address of their own to read: the list tells their versions. */
    private void listedChange(String list, String entity, Object change) {
        story.client.carryOut(listed(list, entity, change));
    }

    private void listedChangeIsRefused(String list, String entity, Object change) {
        ana.isRefused(409, listed(list, entity, change));
    }

    private Request listed(String list, String entity, Object change) {
        var id = entity.substring(entity.lastIndexOf('/') + 1);
        for (var item : ana.get(list).json().get("items"))
            if (item.get("id").asText().equals(id))
                return ana.changed("PATCH", entity, "\"" + item.get("version").asLong() + "\"", change);
        throw new AssertionError(entity + " is not listed");
    }
}
