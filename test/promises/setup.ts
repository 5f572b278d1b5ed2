import '../../sandbox/hosts/n8n/environment';
import 'reflect-metadata';
