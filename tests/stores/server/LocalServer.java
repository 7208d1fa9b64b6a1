import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Servers in one virtual machine, each with its data and its neo4j.conf in a folder. Each line of
 * standard input is "start FOLDER" or "stop FOLDER", answered with "DONE"; all end when it does.
 */
public class LocalServer {
  private static final Map<Path, DatabaseManagementService> RUNNING = new HashMap<>();

  public static void main(String[] arguments) {
    try (var asked = new BufferedReader(new InputStreamReader(System.in))) {
      for (String line; (line = asked.readLine()) != null; ) {
        obey(line);
        System.out.println("DONE");
        System.out.flush();
      }
      RUNNING.values().forEach(DatabaseManagementService::shutdown);
      System.exit(0);
    } catch (Exception error) {
      error.printStackTrace(System.out);
      System.exit(1);
    }
  }

  private static void obey(String line) {
    int space = line.indexOf(' ');
    Path home = Path.of(line.substring(space + 1));
    if (line.startsWith("stop ")) {
      RUNNING.remove(home).shutdown();
      return;
    }
    var builder = new DatabaseManagementServiceBuilder(home);
    RUNNING.put(home, builder.loadPropertiesFromFile(home.resolve("neo4j.conf")).build());
  }
}
